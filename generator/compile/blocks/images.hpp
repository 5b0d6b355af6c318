#pragma once
// Compiles pictures and their alternative texts.

#include <cmark-gfm.h>

#include "compile/context.hpp"
#include "model/program.hpp"

namespace tailorbird {

/// Writes a picture. `decorative`: it carries no information, so its empty alternative text is intended.
void compile_image(Context& context, cmark_node* node, bool decorative);

/// Resolves the address `picture.written` to a file. False, with a diagnostic, when it is refused.
bool find_picture(Context& context, ImageUse& picture);

}  // namespace tailorbird
