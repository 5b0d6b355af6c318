#pragma once
// Checks profiles against the requirements (`requires`) in content/site.yaml.

#include "model/profile.hpp"
#include "read/schema/scalar_readers.hpp"

namespace tailorbird {

/// Reports each required contact, link, fact and variable that `profile`, read from `root`, does not have.
void check_requirements(const Profile& profile, const Site& site, const YamlNode& root, ReadContext& reading);

}  // namespace tailorbird
