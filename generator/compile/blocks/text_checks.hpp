#pragma once
// Checks for text that looks like a fence but is not one. Otherwise it would be shown to readers, together
// with the text that it was meant to hide.

#include <cmark-gfm.h>
#include <string_view>

#include "compile/context.hpp"

namespace tailorbird {

/// Checks one text node.
void check_text(Context& context, cmark_node* node);

/// Checks an indented code block, which a fence that is indented too far becomes. False, with a diagnostic,
/// when the block must not be compiled.
bool check_indented_code(Context& context, cmark_node* node);

}  // namespace tailorbird
