#pragma once
// The reference of components, with attributes, parts and limits from the table: docs/reference/components.md
// and `explain COMPONENT`.

#include <string>

#include "components/component.hpp"

namespace tailorbird {

std::string component_text(const ComponentSpec& component);
std::string components_markdown();

}  // namespace tailorbird
