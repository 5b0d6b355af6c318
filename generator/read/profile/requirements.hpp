#pragma once
// What content/site.yaml requires of every profile.

#include "model/profile.hpp"
#include "read/schema/scalar_readers.hpp"

namespace tailorbird {

/// Reports each contact, link, fact and variable that is required and that `profile`, read from `root`,
/// does not have.
void check_requirements(const Profile& profile, const Site& site, const YamlNode& root, ReadContext& reading);

}  // namespace tailorbird
