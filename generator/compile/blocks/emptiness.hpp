#pragma once
// Detects containers that may become empty because all of their content is under conditions. An edition that
// shows none of the content omits the container as well.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Whether all words in `container` are in spans with conditions.
bool words_may_be_empty(cmark_node* container);
/// The same for the siblings in [first, end).
bool words_may_be_empty(cmark_node* first, const cmark_node* end);

/// Whether all blocks in `container` are under conditions or may be empty.
bool blocks_may_be_empty(cmark_node* container);

/// Writes begin_optional when constructed and end_optional when destroyed, if `may_be_empty`: everything
/// written in between is omitted when it is empty.
class OptionalScope {
 public:
  OptionalScope(Context& context, bool may_be_empty, std::uint32_t kind = 0);
  ~OptionalScope();
  OptionalScope(const OptionalScope&) = delete;
  OptionalScope& operator=(const OptionalScope&) = delete;

 private:
  Context& context_;
  const bool may_be_empty_;
  std::uint32_t begin_ = 0;
};

}  // namespace tailorbird
