#pragma once
// Words: text, emphasis, code, links, pictures, spans, variables, footnote references.

#include <cmark-gfm.h>
#include <string>

#include "compile/context.hpp"

namespace tailorbird {

/// Writes the inline children of `container`.
void compile_inlines(Context& context, cmark_node* container);

/// The words of `node`, without markup and marks.
std::string plain_text(cmark_node* node);
/// The same without words under conditions: what all readers of `node` see. For ids.
std::string unconditional_text(cmark_node* node);
/// The same of the siblings from `node` up to, not including, `end`.
std::string plain_text_between(cmark_node* node, const cmark_node* end);

/// Whether a mark of the tree makes a condition.
bool has_condition(cmark_node* mark);
/// When `node` begins words under a condition: the last node of them, its mark. Else null.
cmark_node* end_of_condition(cmark_node* node);

}  // namespace tailorbird
