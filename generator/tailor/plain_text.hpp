#pragma once
// The visible text of a tailored page without markup: its paragraphs, items, cells and headings, one string
// each. For checks of language. Ignores conditions.

#include <string>
#include <vector>

#include "components/component.hpp"

namespace tailorbird {

/// The texts of the blocks, in order, with white space folded. Labels for readers without script (class
/// when-label) are left out: they are the site's words, not the author's.
std::vector<std::string> text_blocks(const MarkedText& text);

/// The same for a fragment, the parts of its components included.
std::vector<std::string> text_blocks(const Fragment& fragment);

/// All blocks in one string, each ended by a line feed, with white space as written: for counting and
/// indexing words.
std::string plain_text(const Fragment& fragment);

}  // namespace tailorbird
