#pragma once
// Helpers for components that read and compute attributes of parts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "components/component.hpp"

namespace tailorbird {

/// The value of an attribute as a number; nothing when it is absent or not a number.
std::optional<int> number_attribute(const Attributes& attributes, std::string_view name);

/// Sets an attribute, replacing one of the same name.
void set_attribute(Attributes& attributes, std::string_view name, std::string value);

/// A part that is not written by an author, without body or children.
TailoredPart made_part(std::string_view role, Attributes attributes);

/// The parts with this role.
std::vector<const Part*> parts_with(const Part& parent, std::string_view role);

}  // namespace tailorbird
