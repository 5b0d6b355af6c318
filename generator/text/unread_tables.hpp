#pragma once
// Patterns for tables that Markdown does not recognise.

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/find_sign.hpp"

namespace tailorbird {

/// The beginning of the first of two consecutive lines for which `matches(line, next)`.
template <typename Matches>
Found at_line_pair(std::string_view text, const Matches& matches) {
  for (std::size_t begin = 0, end = text.find('\n'); end != std::string_view::npos;) {
    const std::string_view next = text.substr(end + 1, text.find('\n', end + 1) - end - 1);
    if (matches(trim(text.substr(begin, end - begin)), trim(next))) return {begin, 1};
    begin = end + 1;
    end = text.find('\n', begin);
  }
  return {};
}

/// Whether it is a delimiter row, as between the header and the body of a table: "|---|:--|".
inline bool is_line_of_dashes(std::string_view line) {
  return line.find("---") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

/// A header with another number of columns than the delimiter row below it.
inline Found uneven_table(std::string_view text) {
  return at_line_pair(text, [](std::string_view line, std::string_view next) {
    return line.find('|') != std::string_view::npos && is_line_of_dashes(next);
  });
}

/// "Day | Hours" above "Monday | 4": rows without outer bars and without a delimiter row.
inline Found open_rows(std::string_view text) {
  return at_line_pair(text, [](std::string_view line, std::string_view next) {
    return line.find(" | ") != std::string_view::npos && next.find(" | ") != std::string_view::npos &&
           std::count(line.begin(), line.end(), '|') == std::count(next.begin(), next.end(), '|');
  });
}

}  // namespace tailorbird
