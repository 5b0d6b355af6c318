#pragma once
// Finds what readers of a Markdown source do not read as its text: code, and comments of all the tools.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tailorbird {

struct LiteralSpan {
  enum class Kind : std::uint8_t {
    code,          // the lines between two fences, or a code span
    html_comment,  // <!-- … -->
    tool_comment,  // %%…%% of Obsidian, {/* … */} of MDX, {# … #}, {{! … }}, {% comment %}
    unclosed,      // a comment without an end
  };
  Kind kind = Kind::code;
  std::size_t begin = 0;  // in bytes
  std::size_t end = 0;    // after its last byte
};

/// In their order. A fence that is never closed is no code here: what follows it may be text for other tools.
std::vector<LiteralSpan> literal_spans(std::string_view text);

}  // namespace tailorbird
