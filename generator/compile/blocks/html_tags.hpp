#pragma once
// Pairs the tags of raw HTML that authors wrote, so that an element is reported once.

#include <cmark-gfm.h>

namespace tailorbird {

/// Whether `node`, a block or inline of raw HTML, only closes an element that an earlier sibling opens and
/// that has therefore been reported.
bool closes_reported_element(cmark_node* node);

}  // namespace tailorbird
