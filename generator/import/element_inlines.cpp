// Words of an element: emphasis, links, pictures, code.

#include "import/element_inlines.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Runs of white space as one space each.
std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

/// `words` between marks that touch them: white space at their ends goes outside.
std::string wrapped(const std::string& words, std::string_view before, std::string_view after) {
  const std::string_view inside = trim(words);
  if (inside.empty()) return words;
  const std::size_t begin = static_cast<std::size_t>(inside.data() - words.data());
  return fmt::format("{}{}{}{}{}", words.substr(0, begin), before, inside, after,
                     words.substr(begin + inside.size()));
}

/// Code between as many backticks as it needs.
std::string code_words(const std::string& text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string ticks(longest + 1, '`');
  return longest == 0 ? ticks + text + ticks : fmt::format("{} {} {}", ticks, text, ticks);
}

std::string link_words(pugi::xml_node element, ElementLanguage& language) {
  const std::string words = inline_words(element, language);
  const std::string address = language.address(element);
  if (address.empty()) return words;
  const bool plain = address.find_first_of(" ()<>") == std::string::npos;
  return wrapped(words, "[", plain ? fmt::format("]({})", address) : fmt::format("](<{}>)", address));
}

std::string picture_words(pugi::xml_node element, ElementLanguage& language) {
  const ElementPicture picture = language.picture(element);
  if (picture.address.empty()) {
    language.lose("picture-lost", element, "a picture that says no file");
    return {};
  }
  const bool plain = picture.address.find_first_of(" ()<>") == std::string::npos;
  return fmt::format("![{}]({}){}", markdown_escaped(collapsed(picture.words)),
                     plain ? picture.address : "<" + picture.address + ">",
                     picture.decorative ? "{.decorative}" : "");
}

std::string element_inline(pugi::xml_node element, const ElementRow& row, ElementLanguage& language) {
  switch (row.role) {
    case ElementRole::strong:
      return wrapped(inline_words(element, language), "**", "**");
    case ElementRole::emphasis:
      return wrapped(inline_words(element, language), "*", "*");
    case ElementRole::strike:
      return wrapped(inline_words(element, language), "~~", "~~");
    case ElementRole::quotation:
      return wrapped(inline_words(element, language), "“", "”");
    case ElementRole::code:
      return code_words(std::string(trim(collapsed(all_text(element)))));
    case ElementRole::link:
      return link_words(element, language);
    case ElementRole::picture:
      return picture_words(element, language);
    case ElementRole::line_break:
      return std::string(line_break_sign);
    case ElementRole::silent:
      return {};
    case ElementRole::lost:
      language.lose("html-lost", element, fmt::format("`<{}>` and what is in it", element.name()));
      return {};
    case ElementRole::unknown:
      language.lose("html-lost", element, fmt::format("`<{}>`; its text stayed", element.name()));
      return inline_words(element, language);
    default:
      return inline_words(element, language);
  }
}

}  // namespace

std::string all_text(pugi::xml_node element) {
  std::string text;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    if (child.type() == pugi::node_element) text += all_text(child);
  }
  return text;
}

std::string inline_of(pugi::xml_node node, ElementLanguage& language) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    const std::string text = collapsed(node.value());
    return language.is_markdown ? text : markdown_escaped(text);
  }
  if (node.type() != pugi::node_element) return {};
  const std::optional<std::string> readers = language.readers(node);
  if (!readers) return {};
  const std::optional<std::string> instead = language.words_instead(node);
  const std::string words = instead ? *instead : element_inline(node, language.row(node), language);
  return readers->empty() ? words : wrapped(words, "[", fmt::format("]{{{}}}", *readers));
}

std::string inline_words(pugi::xml_node element, ElementLanguage& language) {
  std::string words;
  for (const pugi::xml_node child : element.children()) {
    std::string more = inline_of(child, language);
    if (words.ends_with(' ') && more.starts_with(' ')) more.erase(0, 1);
    words += more;
  }
  return words;
}

std::string markdown_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char before = at == 0 ? ' ' : text[at - 1];
    const char after = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool always = c == '\\' || c == '`' || c == '*' || c == '[' || c == ']' || c == '<' || c == '|';
    const bool sometimes = (c == '_' && !(is_letter_or_digit(before) && is_letter_or_digit(after))) ||
                           (c == '~' && after == '~') ||
                           (c == '&' && (is_letter_or_digit(after) || after == '#')) ||
                           (c == '{' && (after == '{' || after == '.' || after == '#' || after == '%'));
    if (always || sometimes) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace tailorbird
