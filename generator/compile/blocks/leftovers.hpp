#pragma once
// Finds unprocessed markup in a parsed page before it is compiled: Markdown that stayed literal, marks and
// shortcodes in code, code that is never closed, a paragraph that became a heading by mistake.

#include <cmark-gfm.h>

#include "compile/context.hpp"

namespace tailorbird {

/// Reports each leftover below `root` at its place in the source. If one of them is a mark or shortcode of
/// ours, the page's program fails, since it is unknown who may read that text.
void check_leftovers(Context& context, cmark_node* root);

/// Whether the heading is a paragraph with a line of hyphens or equals signs directly below it.
bool is_underlined_prose(const Context& context, cmark_node* heading);

/// Reports leftovers in a text in which Markdown is not interpreted: the title of a link or picture, an
/// attribute of a component. `length`: in code points.
void check_value(Context& context, std::string_view text, Position where, std::uint32_t length);

}  // namespace tailorbird
