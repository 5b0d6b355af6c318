#include "translate/table_cells.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tailorbird {

std::vector<CellRange> cells_of_row(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of("> \t"), line.size());
  const std::size_t end = line.find_last_not_of(" \t") + 1;
  if (at < end && line[at] == '|') ++at;
  std::vector<CellRange> cells;
  const auto add = [&](std::size_t begin, std::size_t stop) {
    const std::string_view cell = trim(line.substr(begin, stop - begin));
    const std::size_t from = cell.empty() ? begin : static_cast<std::size_t>(cell.data() - line.data());
    cells.push_back({from, from + cell.size()});
  };
  std::size_t begin = at;
  for (; at < end; ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '|') {
      add(begin, at);
      begin = at + 1;
    }
  }
  if (begin < end) add(begin, end);
  return cells;
}

}  // namespace tailorbird
