#pragma once
// Patterns for links that Markdown does not recognise because their brackets are separated or in the wrong
// order, so that readers would see the address.

#include <array>
#include <cstddef>
#include <string_view>

#include "text/find_sign.hpp"

namespace tailorbird {

/// The length of the address at the beginning of `text` that ends with `close`; 0 when there is none.
inline std::size_t address_before(std::string_view text, char close) {
  const std::size_t end = text.find_first_of(" \t\n()[]");
  if (end == std::string_view::npos || text[end] != close) return 0;
  const std::string_view address = text.substr(0, end);
  const std::string_view path = address.substr(0, address.find('#'));
  const bool is_one = address.starts_with("https://") || address.starts_with("http://") ||
                      address.starts_with("mailto:") || (path.size() > 3 && path.ends_with(".md")) ||
                      (path.size() > 4 && (path.ends_with(".svg") || path.ends_with(".png") ||
                                           path.ends_with(".jpg") || path.ends_with(".pdf")));
  return is_one ? end : 0;
}

/// "[words] (page.md)", "(words)[page.md]", "[words]page.md)".
inline Found unread_link(std::string_view text) {
  struct Form {
    std::string_view between;  // between the words and the address
    char close;
  };
  static constexpr auto forms = std::to_array<Form>({{"] (", ')'}, {")[", ']'}, {"]", ')'}});
  Found first;
  for (const Form& form : forms) {
    const std::size_t words = text.find(form.between[0] == ']' ? '[' : '(');
    for (std::size_t at = text.find(form.between); at < first.offset; at = text.find(form.between, at + 1)) {
      const std::size_t address = at + form.between.size();
      const std::size_t length = address_before(text.substr(address), form.close);
      if (length > 0 && words < at) first = {at, form.between.size() + length + 1};
    }
  }
  return first;
}

/// A line such as "[1]: The note": neither a label, since several words are not an address, nor a note
/// without its `^`.
inline Found unread_label(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    const std::size_t end = line.find("]: ");
    const bool is_label = line.size() > 1 && line[0] == '[' && end > 1 && end != std::string_view::npos &&
                          line.find_first_of("[]", 1) == end;
    return is_label ? end + 2 : 0;
  });
}

/// Whether an address is expected after `before`: "<", "[words] ", "[words]\n(", "words(".
inline bool begins_address(std::string_view before) {
  if (before.ends_with('<') || before.ends_with("（")) return true;
  if (before.ends_with('(')) {
    before.remove_suffix(1);
    if (!before.empty() && !is_blank(before.back())) return true;
  }
  return trim(before).ends_with(']');
}

/// "[the plan] write-the-plan.md", "<write-the-plan.md>": the file name of a page where a link was meant.
inline Found page_name(std::string_view text) {
  constexpr std::string_view ending = ".md";
  constexpr std::size_t longest = 200;  // bytes
  for (std::size_t at = text.find(ending); at != std::string_view::npos; at = text.find(ending, at + 1)) {
    const std::size_t end = at + ending.size();
    const bool ends = end == text.size() || (!is_letter(text[end]) && !is_digit(text[end]));
    std::size_t begin = at;
    const auto is_of_name = [](char c) {
      return (is_letter(c) && static_cast<unsigned char>(c) < 0x80) || is_digit(c) || c == '-' || c == '_' ||
             c == '.' || c == '/';
    };
    while (begin > 0 && at - begin < longest && is_of_name(text[begin - 1])) --begin;
    if (ends && begin < at && begins_address(text.substr(0, begin))) return {begin, end - begin};
  }
  return {};
}

}  // namespace tailorbird
