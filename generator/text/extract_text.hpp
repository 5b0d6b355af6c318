#pragma once
// Output bytes as the words they show, whatever they are written in: HTML, script, JSON, XML, plain text. So
// that a sentence is found as &#233;, as \u00e9 and across <em>tags</em> alike.

#include <string>
#include <string_view>

namespace tailorbird {

struct ExtractedText {
  std::string
      words;  // what stands between tags; inline tags are gone, other tags and their neighbours are one '\n'
  std::string marks;         // what stands in tags (attributes, comments), each ended by '\n'
  bool ends_in_tag = false;  // the last tag is not closed
};

/// Entities and backslash escapes become UTF-8, line ends and tabs become spaces. Takes about a nanosecond
/// for two bytes. Never fails: bytes that make no sense are kept as they are.
ExtractedText extract_text(std::string_view bytes);

/// Appends plain text as extract_text finds it in any output that holds it: backslash escapes are read in all
/// of them, and line ends and tabs become spaces.
void append_plain_text(std::string& out, std::string_view text);

/// Whether literal HTML of a program stands within a line of text: white space, or inline tags only.
bool is_inline_html(std::string_view html);

}  // namespace tailorbird
