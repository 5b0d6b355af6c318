#pragma once
// Makes marked text from HTML, as tailoring does: tags become markup, everything between them words.

#include <algorithm>
#include <string_view>

#include "text/marked_text.hpp"

namespace tailorbird::test {

/// Entities are not decoded.
inline MarkedText marked_text(std::string_view html) {
  MarkedText text;
  while (!html.empty()) {
    const bool is_tag = html.front() == '<';
    const std::size_t end = is_tag ? html.find('>') + 1 : std::min(html.find('<'), html.size());
    if (is_tag) {
      text.add_markup(html.substr(0, end));
    } else {
      text.add_words(html.substr(0, end));
    }
    html.remove_prefix(end);
  }
  return text;
}

}  // namespace tailorbird::test
