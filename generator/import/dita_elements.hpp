#pragma once
// The table of elements in DITA topics, with their roles in Markdown.

#include "import/element_writer.hpp"

namespace tailorbird {

/// The row of an element; null: unknown.
const ElementRow* dita_element(std::string_view name);

}  // namespace tailorbird
