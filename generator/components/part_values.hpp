#pragma once
// Attributes of parts, as components read and compute them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "components/component.hpp"

namespace tailorbird {

/// The attribute as a number, or nothing when it is absent or none.
std::optional<int> number_attribute(const Attributes& attributes, std::string_view name);

/// Sets an attribute, in the place of one of this name.
void set_attribute(Attributes& attributes, std::string_view name, std::string value);

/// A part made from data: no body, no children.
TailoredPart made_part(std::string_view role, Attributes attributes);

/// The parts with this role.
std::vector<const Part*> parts_with(const Part& parent, std::string_view role);

}  // namespace tailorbird
