#pragma once
// Converts raw HTML in Markdown to Markdown where possible.

#include "import/import_page.hpp"

namespace tailorbird {

/// Converts page.body: whole elements become Markdown, tags around Markdown are removed, what has no
/// equivalent is reported. Comments on lines of their own stay, as notes for editors.
void turn_raw_html(ImportPage& page);

/// Lines of `text` (counted from 0) that are code blocks or raw HTML.
struct BlockLines {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t column = 0;  // column of the first character
  bool is_html = false;
};
std::vector<BlockLines> literal_blocks(const std::string& text);

}  // namespace tailorbird
