#pragma once
// Checks for links in one paragraph with the same words but different targets, and for links whose words are
// the address of another site.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Checks the paragraphs below `root`. Paragraphs with marks are skipped: no reader may see both links.
void check_link_words(Context& context, cmark_node* root);

}  // namespace tailorbird
