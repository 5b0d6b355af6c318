#pragma once
// Finds the row of a format, for tests that write a single format.

#include <algorithm>
#include <string_view>

#include "write/format.hpp"

namespace tailorbird::test {

/// Null when there is no such format.
inline const Format* find_format(std::string_view id) {
  const auto rows = formats();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Format& one) { return one.id == id; });
  return row == rows.end() ? nullptr : &*row;
}

}  // namespace tailorbird::test
