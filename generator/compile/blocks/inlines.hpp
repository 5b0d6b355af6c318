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
/// The same without words under conditions: the text that all readers see. For ids.
std::string unconditional_text(cmark_node* node);
/// plain_text of the siblings in [node, end).
std::string plain_text_between(cmark_node* node, const cmark_node* end);

/// Whether a mark of the tree contains a condition.
bool has_condition(cmark_node* mark);
/// If `node` opens a span with a condition, the span's last node, its mark; else null.
cmark_node* end_of_condition(cmark_node* node);

}  // namespace tailorbird
