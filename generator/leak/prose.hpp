#pragma once
// Extracts prose, the parts of a file that are written for people. Only there a single word or number counts
// as a leak: code, class names and coordinates are full of words and numbers that mean nothing.

#include <cstdint>
#include <string>
#include <string_view>

namespace tailorbird {

enum class TextKind : std::uint8_t {
  markup,  // HTML, SVG, XML: text between tags, and values of attributes that readers may see
  script,  // JavaScript, JSON: quoted strings that are not keys
  style,   // CSS: quoted strings
  plain,   // captions, calendars, text: everything
};

/// The kind of a file, by its extension.
TextKind text_kind(std::string_view path);

/// The prose of `bytes`, with a tag after each string or attribute. Entities and escapes are not decoded.
std::string prose_of(TextKind kind, std::string_view bytes);

}  // namespace tailorbird
