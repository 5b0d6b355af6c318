#pragma once
// Links of one paragraph with the same words that lead to different pages.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Looks at the paragraphs below `root`. Those with marks are left alone: their readers may never meet.
void check_link_words(Context& context, cmark_node* root);

}  // namespace tailorbird
