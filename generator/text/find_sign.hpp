#pragma once
// Searches running text for the signs that markup is made of, such as `**` or `[TOC]`.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/strings.hpp"

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
  std::size_t begin = 0;
  for (const std::string_view line : split(text, '\n')) {
    const std::size_t blank = std::min(line.find_first_not_of(" \t"), line.size());
    if (const std::size_t length = matches(line.substr(blank)); length > 0) return {begin + blank, length};
    begin += line.size() + 1;
  }
  return {};
}

}  // namespace tailorbird
