#pragma once
// The lines of the source that a block was made from.

#include <cmark-gfm.h>
#include <cstddef>

#include "compile/context.hpp"

namespace tailorbird {

/// The whole lines of a block, as offsets in the source.
struct SourceLines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

SourceLines lines_of(const Context& context, cmark_node* block);

}  // namespace tailorbird
