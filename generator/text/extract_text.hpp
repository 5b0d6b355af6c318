#pragma once
// Extracts words from output bytes of any syntax (HTML, script, JSON, XML, plain text), so that a sentence is
// found whether it is written with &#233;, with \u00e9 or across <em>tags</em>.

#include <string>
#include <string_view>

namespace tailorbird {

struct ExtractedText {
  std::string words;  // the text between tags; inline tags are removed, runs of other tags become one '\n'
  std::string marks;  // the content of tags (attributes, comments), each ended by '\n'
  bool ends_in_tag = false;  // the last tag is not closed
};

/// Entities and backslash escapes become UTF-8, line ends and tabs become spaces. About 2 GB/s. Never fails:
/// malformed input is kept as it is.
ExtractedText extract_text(std::string_view bytes);

/// Appends plain text in the form in which extract_text would find it in output: backslash escapes are
/// decoded, and line ends and tabs become spaces.
void append_plain_text(std::string& out, std::string_view text);

/// Whether `html`, a literal of a program, does not end a line of text: only white space and inline tags.
bool is_inline_html(std::string_view html);

}  // namespace tailorbird
