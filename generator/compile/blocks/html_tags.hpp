#pragma once
// HTML that authors wrote: the tags of an element are told as one.

#include <cmark-gfm.h>

namespace tailorbird {

/// Whether `node`, a block or piece of HTML, only ends an element that a sibling before it begins.
bool ends_told_element(cmark_node* node);

}  // namespace tailorbird
