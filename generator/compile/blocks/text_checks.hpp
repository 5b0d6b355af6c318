#pragma once
// Words that look like something else: a fence that is none. Left alone they would be shown to readers, and
// what they were to hide with them.

#include <cmark-gfm.h>
#include <string_view>

#include "compile/context.hpp"

namespace tailorbird {

/// Checks one text node.
void check_text(Context& context, cmark_node* node);

/// Checks a code block made by indentation: a fence indented too far ends up there. False: it is not to be
/// used.
bool check_indented_code(Context& context, cmark_node* node);

}  // namespace tailorbird
