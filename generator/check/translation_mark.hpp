#pragma once
// How a translation says which text it was made from: `translates: <mark>` in its front matter.

#include <string>

#include "model/page.hpp"

namespace tailorbird {

/// The mark of a source page's present text: 16 hexadecimal digits.
std::string translation_mark(const Page& source);

}  // namespace tailorbird
