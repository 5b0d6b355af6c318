#pragma once
// What a reader reads, without markup: the paragraphs, items, cells and headings of a tailored page, one text
// each. For checks on language; nothing here looks at conditions.

#include <string>
#include <vector>

#include "components/component.hpp"

namespace tailorbird {

/// The texts of its blocks, in order, white space folded. Words for readers without script (class when-label)
/// are left out: they are the site's, not the author's.
std::vector<std::string> text_blocks(const MarkedText& text);

/// The same for a fragment, the parts of its components included.
std::vector<std::string> text_blocks(const Fragment& fragment);

/// The same in one text, each block ended by a line end, white space as written: for those who look at words
/// alone.
std::string plain_text(const Fragment& fragment);

}  // namespace tailorbird
