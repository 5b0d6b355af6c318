#pragma once
// Footnotes: references in the words, the notes themselves out of line behind the page's code.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Remembers the note that `node` defines, for the readers who come here. Writes nothing.
void define_note(Context& context, cmark_node* node);

/// Writes a reference; `mark` is of kind `note`.
void compile_note_reference(Context& context, cmark_node* mark);

/// Writes the bodies of all notes that were referred to, and reports notes that were not.
void compile_notes(Context& context);

}  // namespace tailorbird
