#pragma once
// Reads the opening fence of a div.

#include <cmark-gfm.h>

#include "compile/attributes/attributes.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// The mark of a fence: `::: {.name …}`, or `::: name` for `::: {.name}`. Unreadable, with a diagnostic,
/// when it is something else, or the div has no end, or is none.
Mark read_fence(Context& context, cmark_node* div);

/// The class that says what a div is, before conditions: a component's or a part's name. Null when there
/// is none.
const PlacedWord* div_name(const Mark& mark);

}  // namespace tailorbird
