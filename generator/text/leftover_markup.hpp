#pragma once
// Finds unprocessed markup in text that readers will see: Markdown that stayed literal, our own marks that
// apply to nothing, the syntax of other tools, characters left behind by pasting. One table of patterns, each
// with its probable meaning and our notation for it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// Where a text is shown. Some signs mean something only in Markdown, others only outside of it.
enum class TextPlace : std::uint8_t {
  block,  // the words of a paragraph, heading or cell; lines are lines of the source
  value,  // a text on its own, in which no Markdown is read: a note, a variable, the name of something
  shown,  // a value that is certainly shown to readers: a title, a summary, a label
};

enum class LeftoverKind : std::uint8_t {
  markup,      // syntax that stayed literal
  lone_sign,   // a sign of emphasis that has no partner (text/lone_sign.hpp)
  condition,   // a condition of ours
  own_mark,    // another mark or shortcode of ours, which may have been meant to decide who reads what
  wrong_text,  // letters or words that are wrong in any text
  invisible,   // the same, of a character that cannot be seen
};

struct Leftover {
  std::size_t offset = 0;  // in bytes, of the place to point at
  std::size_t length = 0;
  std::string_view what;  // "a link that was not read as one"
  std::string_view fix;   // what to write instead
  LeftoverKind kind = LeftoverKind::markup;

  bool is_ours() const { return kind == LeftoverKind::condition || kind == LeftoverKind::own_mark; }
};

/// The message for a leftover; invisible characters are named by code point. `excerpt`: the bytes that
/// `leftover` points at.
std::string leftover_message(std::string_view excerpt, const Leftover& leftover);

/// The first leftover in `text`, valid UTF-8. Takes linear time.
std::optional<Leftover> find_leftover(std::string_view text, TextPlace place);

}  // namespace tailorbird
