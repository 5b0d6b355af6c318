#pragma once
// Finds references to characters that must not be in a text, such as `&#12;`. In the source they are plain
// letters, so the check of the file as a whole does not see them; the XML of e-books and office documents
// cannot hold what they make.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Reports each numeric reference below `root` that makes an invisible character (text/invisible.hpp): in
/// words, texts of pictures, titles of links, and after the fence of code. In code they are shown as written;
/// addresses with such characters are refused where links are read.
void check_references(Context& context, cmark_node* root);

}  // namespace tailorbird
