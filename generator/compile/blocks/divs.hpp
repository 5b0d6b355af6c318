#pragma once
// Parses the opening fence of a div.

#include <cmark-gfm.h>

#include "compile/attributes/attributes.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// The mark of a fence: `::: {.name …}`, or `::: name` for `::: {.name}`. Unreadable, with a diagnostic, when
/// the fence is malformed, the div is never closed, or it is a stray closing fence.
Mark read_fence(Context& context, cmark_node* div);

/// The class that names a div's component or part, without conditions; null when there is none.
const PlacedWord* div_name(const Mark& mark);

}  // namespace tailorbird
