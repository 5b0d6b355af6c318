#pragma once
// Patterns for tables whose columns are separated by tabs or spaces, pasted from another program or typed.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/find_sign.hpp"
#include "text/unread_tables.hpp"

namespace tailorbird {

/// The number of gaps between words of a line. A gap is at least `least` times `sign`.
inline std::size_t gaps_in(std::string_view line, char sign, std::size_t least) {
  std::size_t count = 0;
  for (std::size_t at = line.find(sign); at != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_not_of(sign, at), line.size());
    if (at > 0 && end < line.size() && end - at >= least) ++count;
    at = line.find(sign, end);
  }
  return count;
}

/// The first gap in the first of two consecutive lines that both have a gap between words. A gap is at least
/// `least` times `sign`.
inline Found columns(std::string_view text, char sign, std::size_t least) {
  if (!has_row(text, sign, least)) return {};
  const Found lines = at_line_pair(text, [&](std::string_view line, std::string_view next) {
    return gaps_in(line, sign, least) > 0 && gaps_in(next, sign, least) > 0;
  });
  if (!lines.any()) return {};
  const std::size_t word = text.find_first_not_of(" \t", lines.offset);
  const std::size_t at = text.find(std::string(least, sign), word);
  return {at, std::min(text.find_first_not_of(sign, at), text.size()) - at};
}

inline Found tabbed_columns(std::string_view text) { return columns(text, '\t', 1); }

/// From three spaces on, since many texts have two after a full stop.
inline Found spaced_columns(std::string_view text) { return columns(text, ' ', 3); }

}  // namespace tailorbird
