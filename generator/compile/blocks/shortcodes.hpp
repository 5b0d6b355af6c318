#pragma once
// `{{< var name >}}` and `{{< include path >}}`.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Writes a variable in running words. An include there is an error.
void compile_variable(Context& context, cmark_node* mark);

/// Whether `paragraph` holds an include and nothing else.
bool is_include(cmark_node* paragraph);

/// Writes the include that `paragraph` holds.
void compile_include(Context& context, cmark_node* paragraph);

}  // namespace tailorbird
