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

/// The place of the text, since some signs have a meaning only in one.
enum class TextPlace : std::uint8_t {
  block,  // the words of a paragraph, heading or cell; lines are lines of the source
  value,  // a text on its own, in which no Markdown is read: a note, a variable, the name of something
  shown,  // a value that is certainly shown to readers: a title, a summary, a label
};

struct Leftover {
  std::size_t offset = 0;  // in bytes, of the place to point at
  std::size_t length = 0;
  std::string_view what;   // "a link that was not read as one"
  std::string_view fix;    // what to write instead
  bool is_ours = false;    // a condition or shortcode of ours, meant to decide who reads what
  bool is_visible = true;  // false: the sign itself is invisible
  bool is_condition = false;
  bool is_lone = false;  // a sign of emphasis that has no other (text/lone_sign.hpp)
};

/// The message for a leftover; invisible characters are named by code point. `excerpt`: the bytes that
/// `leftover` points at.
std::string leftover_message(std::string_view excerpt, const Leftover& leftover);

/// The first leftover in `text`, valid UTF-8. Takes linear time.
std::optional<Leftover> find_leftover(std::string_view text, TextPlace place);

}  // namespace tailorbird
