#pragma once
// The words of one paragraph, heading, list item or cell, taken apart into what is translated and what must
// come back as it is: the codes. Views of cmark-gfm's tree are laid beside the bytes as written, so that
// putting the pieces together again gives these bytes.

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
  link,     // its words are translated, its address is not
  picture,  // the words that stand for it are translated, its address is not
  title,    // `](address "words"` of a link or picture: the last thing in it
  span,     // `[words]{…}`: a condition, a term, another language
  code,
  variable,  // `{{< … >}}`
  mark,      // `{…}` that is about something else than a span
  note,      // `[^name]`
  html,
  address,     // a bare address, or one in angle brackets
  line_end,    // a line that goes on in the next; may be left out
  line_break,  // a line that ends where it is written
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

/// The pieces of `written`, which holds the inline children of `container` and nothing else. Nothing when
/// the tree and the text do not agree: it is then not known where the codes are.
std::optional<Pieces> pieces_of(cmark_node* container, std::string_view written);

/// All pieces, put together.
std::string text_of(const Pieces& pieces);

/// Whether there are words to translate: a letter or a digit outside of codes.
bool has_words(const Pieces& pieces);

/// What a code is, in words: "a variable".
std::string_view code_words(CodeType type);

}  // namespace tailorbird
