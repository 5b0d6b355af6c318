#pragma once
// Searches running text for the signs that markup is made of, such as `**` or `[TOC]`.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace tailorbird {

inline constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
inline constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// The place of a sign; `any()` is false when there is none.
struct Found {
  std::size_t offset = std::string_view::npos;
  std::size_t length = 0;
  bool any() const { return offset != std::string_view::npos; }
};

inline Found at_sign(std::string_view text, std::string_view sign) {
  const std::size_t at = text.find(sign);
  return {at, sign.size()};
}

/// The first occurrence of any of `signs`.
template <std::size_t count>
Found at_any(std::string_view text, const std::array<std::string_view, count>& signs) {
  Found first;
  for (const std::string_view sign : signs) {
    const Found found = at_sign(text, sign);
    if (found.any() && found.offset < first.offset) first = found;
  }
  return first;
}

/// The first sign at the beginning of a line. `matches(line)`: its length in an unindented line, or 0.
template <typename Matches>
Found at_line(std::string_view text, const Matches& matches) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t word = std::min(text.find_first_not_of(" \t", begin), end);
    if (const std::size_t length = matches(text.substr(word, end - word)); length > 0) return {word, length};
    begin = end + 1;
  }
  return {};
}

/// Whether `sign` stands `count` times in a row. Looks at each `count`th byte first: one of them is in every
/// such row.
inline bool has_row(std::string_view text, char sign, std::size_t count) {
  for (std::size_t at = count - 1; at < text.size(); at += count) {
    if (text[at] != sign) continue;
    const std::size_t before = text.substr(0, at).find_last_not_of(sign);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    if (std::min(text.find_first_not_of(sign, at), text.size()) - begin >= count) return true;
  }
  return false;
}

}  // namespace tailorbird
