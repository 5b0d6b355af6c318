#pragma once
// Shows the differences between two texts, for the output of a failing test.

#include <string>
#include <string_view>

namespace tailorbird::test {

/// The lines that differ, with `-` (expected) and `+` (got) in front and up to three equal lines around them;
/// empty when the texts are equal.
std::string unified_diff(std::string_view expected, std::string_view got);

}  // namespace tailorbird::test
