#pragma once
// Pictures and the words that stand for them.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Writes a picture. `decorative`: it says nothing, and its missing words are meant.
void compile_image(Context& context, cmark_node* node, bool decorative);

}  // namespace tailorbird
