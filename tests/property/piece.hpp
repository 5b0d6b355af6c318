#pragma once
// A made-up page as a tree, which a failing test can prune, and the Markdown it stands for.

#include <string>
#include <vector>

namespace tailorbird::test {

struct Piece {
  enum class Kind {
    // words in a paragraph
    words,     // text
    span,      // [inside]{condition}
    emphasis,  // text (`*`, `**`, `~~`) on both sides of inside
    link,      // [inside](text){condition}
    // blocks
    paragraph,  // inside: words
    heading,    // text: "##"
    div,        // ::: {extra condition}, inside, :::
    quote,      // inside, behind ">"; text: "[!TIP]" or empty
    list,       // text: "-" or "1."; inside: items
    item,       // inside: a paragraph, then blocks; text: "[ ] " or empty
    table,      // inside: rows, the first one the header
    row,        // inside: cells, each a paragraph
    lines,      // text as it is: code, an include, a footnote, a link's address
  };

  Kind kind = Kind::words;
  std::string text;
  std::vector<Piece> inside;
  std::string condition = {};  // `.only audience="manager"`; empty: none
  std::string extra = {};      // what else its mark says: `#x-1`, `.checklist title="…"`
  bool is_section = false;     // headings: the condition covers the section
  bool is_close = false;       // words: no space before; blocks: no blank line before; lists: tight
  bool must_stay = false;      // the page would be wrong without it
};

std::string markdown_of(const std::vector<Piece>& blocks);

}  // namespace tailorbird::test
