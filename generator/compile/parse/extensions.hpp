#pragma once
// Our extensions of cmark-gfm. markdown.cpp creates them once and attaches them to each parser.

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <string_view>

namespace tailorbird {

/// Fenced divs. Adds one node type.
cmark_syntax_extension* make_div_extension();

/// Definitions of notes and link labels. Adds two node types.
cmark_syntax_extension* make_definition_extension();
/// Must be called before `text` is parsed, and with an empty text afterwards.
void begin_definitions(std::string_view text);

/// Marks `{…}` and shortcodes `{{< … >}}`, references to notes `[^name]`.
cmark_syntax_extension* make_mark_extension();

}  // namespace tailorbird
