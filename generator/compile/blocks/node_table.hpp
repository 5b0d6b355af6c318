#pragma once
// A table of the functions that compile nodes, by their type.

#include <array>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cstddef>
#include <initializer_list>

#include "compile/context.hpp"

namespace tailorbird {

class NodeTable {
 public:
  using Compile = void (*)(Context& context, cmark_node* node);

  struct Row {
    cmark_node_type type;
    Compile compile;
  };

  /// `rows`: of blocks only, or of inlines only.
  NodeTable(std::initializer_list<Row> rows) {
    for (const Row& row : rows) functions_[index_of(row.type)] = row.compile;
  }

  /// Compiles `node`, unless its type has no row.
  void compile(Context& context, cmark_node* node) const {
    const std::size_t index = index_of(node->type);
    if (index < functions_.size() && functions_[index] != nullptr) functions_[index](context, node);
  }

 private:
  /// The low bits of a type: small numbers, which differ among blocks and among inlines.
  static std::size_t index_of(unsigned type) { return type & CMARK_NODE_VALUE_MASK; }

  std::array<Compile, 64> functions_{};
};

}  // namespace tailorbird
