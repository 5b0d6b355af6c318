#pragma once
// What can come out empty, because everything in it stands under conditions: it is then left out as a whole,
// in the editions where nothing is left of it.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Whether all words in `container` stand in spans with conditions.
bool words_may_be_empty(cmark_node* container);
/// The same of the siblings from `first` up to, not including, `end`.
bool words_may_be_empty(cmark_node* first, const cmark_node* end);

/// Whether all blocks in `container` are under conditions or may be empty.
bool blocks_may_be_empty(cmark_node* container);

/// Writes begin_optional and end_optional around what is written during its life, when it `may_be_empty`.
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
