#pragma once
// What `{{< var name >}}` stands for: the organisation, its contacts and links, and the variables of site and
// profile.

#include <map>
#include <string>
#include <string_view>

#include "tailor/edition.hpp"

namespace tailorbird {

using VariableMap = std::map<std::string, VariableValue, std::less<>>;

/// All variables that have a value in `language`: `organisation.name`, `contact.oh.phone`, `link.policy`,
/// `quiet-room`. The profile's own win over the site's.
VariableMap make_variables(const Site& site, const Profile& profile, std::string_view language);

/// What an editor should do about a variable without a value: where to fill it in when the name is a known
/// one, else the nearest name that has a value.
std::string missing_variable_fix(const Edition& edition, std::string_view name);

}  // namespace tailorbird
