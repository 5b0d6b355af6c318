#pragma once
// Finds what looks like markup in text that readers will see: Markdown that stayed literal, marks of ours
// that belong to nothing, the syntax of other tools, signs that pasting leaves behind. One table of patterns,
// each with what it probably is and our form of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// Where the text stands: some signs mean something only there.
enum class TextPlace : std::uint8_t {
  block,  // the words of a paragraph, heading or cell; lines are lines of the source
  value,  // a text on its own, in which no Markdown is read: a title, a summary, a note, a variable
};

struct Leftover {
  std::size_t offset = 0;  // bytes, of what is to be pointed at
  std::size_t length = 0;
  std::string_view what;   // "a link that was not read as one"
  std::string_view fix;    // what to write instead
  bool is_ours = false;    // a condition or shortcode of ours: it was to decide who reads what
  bool is_visible = true;  // false: nobody sees the sign itself
  bool is_condition = false;
};

/// "`**` stands in the text: stars that made no words bold"; what nobody sees is named by its code point.
/// `excerpt`: the bytes that `leftover` points at.
std::string leftover_message(std::string_view excerpt, const Leftover& leftover);

/// The first such thing in `text`, valid UTF-8. Linear in `text`.
std::optional<Leftover> find_leftover(std::string_view text, TextPlace place);

}  // namespace tailorbird
