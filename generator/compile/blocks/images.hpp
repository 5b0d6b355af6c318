#pragma once
// Pictures and the words that stand for them.

#include <cmark-gfm.h>

#include "compile/context.hpp"
#include "model/program.hpp"

namespace tailorbird {

/// Writes a picture. `decorative`: it says nothing, and its missing words are meant.
void compile_image(Context& context, cmark_node* node, bool decorative);

/// Finds the file at the address `picture.written`. False when it is refused, which is then a diagnostic.
bool find_picture(Context& context, ImageUse& picture);

}  // namespace tailorbird
