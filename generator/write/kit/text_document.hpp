#pragma once
// A document of the roll-out kit as blocks and runs of text, the common model for DOCX and ODT. Read from the
// rendered page, so that each format shows what the browser shows.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// A run of text with uniform formatting.
struct TextRun {
  std::string text;  // UTF-8; a line break is '\n'
  bool bold = false;
  bool italic = false;
  bool code = false;
  std::string href = {};  // https:, http:, mailto: or tel:; empty: no link
};

enum class BlockKind : std::uint8_t {
  heading,    // `level` 1 to 6; level 1 is the document's title
  paragraph,  // runs
  code,       // runs; line breaks are kept
  quote,      // children
  list,       // children are items
  item,       // children are blocks
  table,      // children are rows
  row,        // children are cells
  cell,       // children are blocks; `is_header` says a heading of a row or column
};

enum class ListKind : std::uint8_t { bullets, numbers, boxes };

struct TextBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;
  ListKind list = ListKind::bullets;
  bool is_header = false;
  std::vector<TextRun> runs = {};
  std::vector<TextBlock> children = {};
};

struct TextDocument {
  std::string title;
  std::string organisation;
  std::string language;  // "nl-BE"
  std::vector<TextBlock> blocks;
};

/// The blocks of the page's <main>. Drawings, buttons, scripts and hidden elements are left out. Nothing when
/// `page` is not well-formed XML or has no <main>.
std::vector<TextBlock> read_text_blocks(std::string_view page);

/// The widths of a table's columns in thousandths: more space for more words. A blank column gets space for
/// handwriting.
std::vector<int> column_widths(const TextBlock& table);

}  // namespace tailorbird
