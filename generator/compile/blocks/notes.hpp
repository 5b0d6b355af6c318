#pragma once
// Compiles footnotes: references in the text, and the bodies of notes after the page's code.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Records the note that `node` defines for the readers of this place. Writes nothing.
void define_note(Context& context, cmark_node* node);

/// Writes a reference; `mark` is of kind `note`.
void compile_note_reference(Context& context, cmark_node* mark);

/// Writes the bodies of all notes with references, and reports notes without any.
void compile_notes(Context& context);

}  // namespace tailorbird
