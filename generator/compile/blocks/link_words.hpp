#pragma once
// Checks for links in one paragraph that have the same words but lead to different pages.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Checks the paragraphs below `root`. Paragraphs with marks are skipped: no reader may see both links.
void check_link_words(Context& context, cmark_node* root);

}  // namespace tailorbird
