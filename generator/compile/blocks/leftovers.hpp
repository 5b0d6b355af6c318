#pragma once
// What a page shows although it was meant as markup: Markdown that stayed literal, marks and shortcodes in
// code, a fence that is never closed, a line that became a heading. A look at the parsed tree, before it is
// compiled.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Reports each such thing below `root` at its place in the source. Where a condition of ours is among it,
/// the page's program has failed: who may read that text cannot be known.
/// Whether a line of hyphens or equals signs right below what looks like a paragraph made this heading.
bool is_underlined_prose(const Context& context, cmark_node* heading);

void check_leftovers(Context& context, cmark_node* root);

/// The same for a text in which no Markdown is read: the title of a link or picture, an attribute of a
/// component.
void check_value(Context& context, std::string_view text, Position where, std::uint32_t length);

}  // namespace tailorbird
