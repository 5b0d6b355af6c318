#pragma once
// Splits one paragraph, heading, list item or cell into text to translate and codes, which must be returned
// unchanged. The tree of cmark-gfm is aligned with the bytes as written, so that joining the pieces gives the
// same bytes.

#include <cmark-gfm.h>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

enum class CodeType : std::uint8_t {
  none,  // words
  emphasis,
  strong,
  strike,
  link,     // its text is translated, its address is not
  picture,  // its alternative text is translated, its address is not
  title,    // `](address "words"` of a link or picture, at its end
  span,     // `[words]{…}`: a condition, a term, another language
  code,
  variable,  // `{{< … >}}`
  mark,      // `{…}` of anything but a span
  note,      // `[^name]`
  html,
  address,     // a bare address, or one in angle brackets
  line_end,    // a line end within a paragraph; may be left out
  line_break,  // a hard line break
};

struct Piece {
  enum class Role : std::uint8_t { text, alone, open, close };
  Role role = Role::text;
  CodeType type = CodeType::none;
  std::string data;  // the bytes as written
  std::string id;    // of a code: "1", "2" in the order in which they open; both ends have the same

  bool is_code() const { return role != Role::text; }
};
using Pieces = std::vector<Piece>;

/// The pieces of `written`, the source of the inline children of `container`. Nothing when the tree and the
/// text cannot be aligned, so that the places of codes are unknown.
std::optional<Pieces> pieces_of(cmark_node* container, std::string_view written);

/// All pieces, joined.
std::string text_of(const Pieces& pieces);

/// Whether there are words to translate: a letter or a digit outside of codes.
bool has_words(const Pieces& pieces);

/// The type of a code in words: "a variable".
std::string_view code_words(CodeType type);

}  // namespace tailorbird
