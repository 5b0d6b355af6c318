#pragma once
// Compiles inlines: text, emphasis, code, links, pictures, spans, variables, footnote references.

#include <cmark-gfm.h>
#include <string>

#include "compile/context.hpp"

namespace tailorbird {

/// Writes the inline children of `container`.
void compile_inlines(Context& context, cmark_node* container);

/// The text of `node`, without markup and marks.
std::string plain_text(cmark_node* node);
/// The same without words under conditions: the text that all readers see, from which ids are made.
std::string unconditional_text(cmark_node* node);
/// plain_text of the siblings in [node, end).
std::string plain_text_between(cmark_node* node, const cmark_node* end);

/// Whether the mark contains a condition.
bool has_condition(cmark_node* mark);
/// The mark of the condition on the span or link that begins at `node`; null when it has none.
cmark_node* end_of_condition(cmark_node* node);

}  // namespace tailorbird
