#pragma once
// Pages of docs/ that are made from tables and kept in the repository.

#include <string>
#include <string_view>

namespace tailorbird::test {

/// Fails the test when the file below docs/ is not `wanted`; with UPDATE_GOLDEN=1 it is then rewritten.
void check_kept_page(std::string_view file, const std::string& wanted);

}  // namespace tailorbird::test
