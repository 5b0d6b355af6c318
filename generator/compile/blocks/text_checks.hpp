#pragma once
// Checks for text that looks like a fence but is not one. Unreported it would be shown to readers, together
// with what it was meant to hide.

#include <cmark-gfm.h>
#include <string_view>

#include "compile/context.hpp"

namespace tailorbird {

/// Checks one text node.
void check_text(Context& context, cmark_node* node);

/// Checks a code block made by indentation: a fence that is indented too far ends up there. False: the block
/// must not be used.
bool check_indented_code(Context& context, cmark_node* node);

}  // namespace tailorbird
