#pragma once
// Raw HTML in Markdown, turned into Markdown where it can be.

#include "import/import_page.hpp"

namespace tailorbird {

/// Changes page.body: whole elements become Markdown, tags around Markdown go, what has no like is told. A
/// comment on lines of its own stays: here too it is for editors.
void turn_raw_html(ImportPage& page);

/// Lines of `text` (counted from 0) that are code blocks or raw HTML.
struct BlockLines {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t column = 0;  // of its first character
  bool is_html = false;
};
std::vector<BlockLines> literal_blocks(const std::string& text);

}  // namespace tailorbird
