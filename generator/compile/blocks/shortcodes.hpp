#pragma once
// Compiles shortcodes: `{{< var name >}}` and `{{< include path >}}`.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Writes a variable in running text. An include there is an error.
void compile_variable(Context& context, cmark_node* mark);

/// Whether `paragraph` contains only an include.
bool is_include(cmark_node* paragraph);

/// Writes the include in `paragraph`.
void compile_include(Context& context, cmark_node* paragraph);

}  // namespace tailorbird
