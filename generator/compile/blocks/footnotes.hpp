#pragma once
// Footnotes: references in the words, the notes themselves out of line behind the page's code.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

void compile_footnote_reference(Context& context, cmark_node* node);

/// Writes the bodies of all notes that were referred to, and reports notes that were not.
void compile_footnotes(Context& context);

}  // namespace tailorbird
