#pragma once
// Identifies the source text that a translation was made from: `translates: <mark>` in its front matter.

#include <string>

#include "model/page.hpp"

namespace tailorbird {

/// The mark of the current text of a source page: its hash as 16 hexadecimal digits.
std::string translation_mark(const Page& source);

}  // namespace tailorbird
