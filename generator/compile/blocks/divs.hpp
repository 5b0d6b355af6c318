#pragma once
// Parses the opening fence of a div.

#include <cmark-gfm.h>

#include "compile/attributes/attributes.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// The mark of a fence: `::: {.name …}`, or `::: name`, which is short for `::: {.name}`. Unreadable, with a
/// diagnostic, when the fence is malformed or closes nothing. An unclosed div is reported and may be
/// readable.
Mark read_fence(Context& context, cmark_node* div);

/// The class that names a div's component or part, without conditions; null when there is none.
const PlacedWord* div_name(const Mark& mark);

}  // namespace tailorbird
