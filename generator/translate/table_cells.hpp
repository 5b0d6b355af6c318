#pragma once
// Finds the cells of a table row in its line, which the tree does not record.

#include <cstddef>
#include <string_view>
#include <vector>

namespace tailorbird {

struct CellRange {
  std::size_t begin = 0;  // bytes of the line, without white space at the ends
  std::size_t end = 0;
};

/// The cells of `line`, including empty ones. An escaped bar belongs to its cell.
std::vector<CellRange> cells_of_row(std::string_view line);

}  // namespace tailorbird
