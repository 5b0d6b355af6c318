#pragma once
// The values of `{{< var name >}}`: the organisation, its contacts and links, and the variables of site and
// profile.

#include <map>
#include <string>
#include <string_view>

#include "tailor/edition.hpp"

namespace tailorbird {

using VariableMap = std::map<std::string, VariableValue, std::less<>>;

/// All variables that have a value in `language`: `organisation.name`, `contact.oh.phone`, `link.policy`,
/// `rule.nl.plan-due`, `quiet-room`. The profile's own override the site's.
VariableMap make_variables(const Site& site, const Profile& profile, std::string_view language);

struct MissingVariable {
  std::string message;  // "`contact.oh.phone` has no value in `profiles/acme.yaml`", "no variable `contcat`"
  std::string fix;
};

/// The message for a variable without a value. The fix says where to fill in a known name, or suggests the
/// most similar name that has a value.
MissingVariable missing_variable(const Edition& edition, std::string_view name);

}  // namespace tailorbird
