#pragma once
// Our extensions of cmark-gfm, made once and attached to each parser by markdown.cpp.

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

namespace tailorbird {

/// Fenced divs. Adds one node type.
cmark_syntax_extension* make_div_extension();

/// Marks `{…}` and shortcodes `{{< … >}}`.
cmark_syntax_extension* make_mark_extension();

/// Divs within divs deeper than this are an error; each costs time on every line inside it.
inline constexpr int deepest_div = 50;

}  // namespace tailorbird
