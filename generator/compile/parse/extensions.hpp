#pragma once
// Our extensions of cmark-gfm, made once and attached to each parser by markdown.cpp.

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <string_view>

namespace tailorbird {

/// Fenced divs. Adds one node type.
cmark_syntax_extension* make_div_extension();

/// Definitions of notes and link labels. Adds two node types.
cmark_syntax_extension* make_definition_extension();
/// To be called before `text` is parsed, and with an empty one after.
void begin_definitions(std::string_view text);

/// Marks `{…}` and shortcodes `{{< … >}}`, references to notes `[^name]`.
cmark_syntax_extension* make_mark_extension();

}  // namespace tailorbird
