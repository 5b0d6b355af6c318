#pragma once
// Patterns for tables that Markdown does not recognise.

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/find_sign.hpp"

namespace tailorbird {

/// Two lines in a row for which `matches(line, next)`: the place where the first begins.
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

/// "|---|:--|": nothing but what tells a table's first row from the others.
inline bool is_line_of_dashes(std::string_view line) {
  return line.find("---") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

/// A first row with another number of columns than the line of dashes below it.
inline Found uneven_table(std::string_view text) {
  return at_line_pair(text, [](std::string_view line, std::string_view next) {
    return line.find('|') != std::string_view::npos && is_line_of_dashes(next);
  });
}

/// "Day | Hours" above "Monday | 4": rows without bars at their sides, and no line of dashes.
inline Found open_rows(std::string_view text) {
  return at_line_pair(text, [](std::string_view line, std::string_view next) {
    return line.find(" | ") != std::string_view::npos && next.find(" | ") != std::string_view::npos &&
           std::count(line.begin(), line.end(), '|') == std::count(next.begin(), next.end(), '|');
  });
}

}  // namespace tailorbird
