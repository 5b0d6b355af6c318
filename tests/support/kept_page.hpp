#pragma once
// Checks pages of docs/ that are generated from tables and committed.

#include <string>
#include <string_view>

namespace tailorbird::test {

/// Fails the test when the file below docs/ differs from `wanted`; with UPDATE_GOLDEN=1 it is also rewritten.
void check_kept_page(std::string_view file, const std::string& wanted);

}  // namespace tailorbird::test
