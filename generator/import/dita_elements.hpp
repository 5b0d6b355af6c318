#pragma once
// What the elements of DITA topics mean as Markdown.

#include "import/element_writer.hpp"

namespace tailorbird {

/// The row of an element; null: not known.
const ElementRow* dita_element(std::string_view name);

}  // namespace tailorbird
