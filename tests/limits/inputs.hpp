#pragma once
// Projects that are as large as a bound of base/limits.hpp, or larger.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "support/tree.hpp"

namespace tailorbird::test {

/// How to come to a bound. `what`: as in the table of base/limits.hpp.
struct BoundInput {
  std::string_view what;
  /// Files of a project that has `size` of it.
  Tree (*make)(std::size_t size);
  /// Sizes are this near to the bound, as a share of it: 0 where `make` meets it exactly.
  double slack = 0;
};

std::span<const BoundInput> bound_inputs();

/// Something that an author could write again and again.
struct PageInput {
  std::string_view name;
  std::string_view piece;  // "%" becomes a number
  bool in_blocks = false;  // many in a paragraph; else each stands alone
};

std::span<const PageInput> page_inputs();

/// A page of `bytes` at most, of the piece alone.
std::string page_of(const PageInput& input, std::size_t bytes);

}  // namespace tailorbird::test
