#include "compile/blocks/source_lines.hpp"

#include <algorithm>

namespace tailorbird {

SourceLines lines_of(const Context& context, cmark_node* block) {
  // When cmark makes a table from the last line of a paragraph, the paragraph loses its line numbers.
  const bool is_cut = cmark_node_get_start_line(block) == 0 && cmark_node_next(block) != nullptr;
  const int first = std::max(cmark_node_get_start_line(is_cut ? cmark_node_next(block) : block), 1);
  const int last = std::max(cmark_node_get_end_line(is_cut ? cmark_node_next(block) : block), first);
  const std::size_t begin = context.source.line_start(first);
  const std::size_t last_begin = context.source.line_start(last);
  return {begin, last_begin + context.source.line(last).size()};
}

}  // namespace tailorbird
