#pragma once
// The parts of a file that are written for people. A single word or a number is a secret only there: code,
// class names and coordinates are full of words and numbers that mean nothing.

#include <cstdint>
#include <string>
#include <string_view>

namespace tailorbird {

enum class TextKind : std::uint8_t {
  markup,  // HTML, SVG, XML: text between tags, and values of attributes that are not for machines
  script,  // JavaScript, JSON: quoted strings that are no keys
  style,   // CSS: quoted strings
  plain,   // captions, calendars, text: everything
};

/// By the ending of its name.
TextKind text_kind(std::string_view path);

/// The prose of `bytes`, still with its entities and escapes, a line for each string or attribute.
std::string prose_of(TextKind kind, std::string_view bytes);

}  // namespace tailorbird
