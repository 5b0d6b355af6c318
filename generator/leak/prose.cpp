#include "leak/prose.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// Ends each string and attribute: to extract_text the border of an element.
constexpr std::string_view border = "<p>";

constexpr auto kinds = std::to_array<std::pair<std::string_view, TextKind>>({
    {".html", TextKind::markup},
    {".svg", TextKind::markup},
    {".xml", TextKind::markup},
    {".xsd", TextKind::markup},
    {".js", TextKind::script},
    {".json", TextKind::script},
    {".css", TextKind::style},
});

// Attributes whose values are never shown to readers.
constexpr auto machine_attributes = std::to_array<std::string_view>({
    "charset", "class",   "d",        "data-when", "decoding",   "dir",           "fill",
    "for",     "height",  "hreflang", "id",        "identifier", "identifierref", "lang",
    "loading", "media",   "method",   "name",      "points",     "rel",           "role",
    "scope",   "sizes",   "stroke",   "style",     "target",     "transform",     "type",
    "version", "viewbox", "width",    "xml:lang",  "xmlns",
});

bool is_machine_attribute(std::string_view name) {
  return name.starts_with("xmlns:") || std::find(machine_attributes.begin(), machine_attributes.end(),
                                                 ascii_lower(name)) != machine_attributes.end();
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Adds the attribute values of a tag, except those of machine attributes. `tag`: without `>`.
void add_values(std::string_view tag, std::string& prose) {
  for (std::size_t at = tag.find('='); at != std::string_view::npos; at = tag.find('=', at)) {
    std::size_t begin = at;
    while (begin > 0 && !is_space(tag[begin - 1])) --begin;
    const std::string_view name = tag.substr(begin, at - begin);
    ++at;
    const char quote = at < tag.size() ? tag[at] : ' ';
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t from = at + (quoted ? 1 : 0);
    std::size_t to = quoted ? tag.find(quote, from) : tag.find_first_of(" \n\r\t", from);
    to = std::min(to, tag.size());
    if (!is_machine_attribute(name)) prose.append(tag.substr(from, to - from)) += border;
    at = to;
  }
}

/// The end of the tag that begins at `begin`. A `>` in a quoted value does not end it.
std::size_t tag_end(std::string_view bytes, std::size_t begin) {
  char quote = 0;
  for (std::size_t at = begin; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at;
    }
  }
  return bytes.size();
}

std::string prose_of_markup(std::string_view bytes) {
  std::string text;
  std::string values;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t open = std::min(bytes.find('<', at), bytes.size());
    text += bytes.substr(at, open - at);
    if (open == bytes.size()) break;
    if (bytes.substr(open).starts_with("<!--")) {
      const std::size_t close = std::min(bytes.find("-->", open), bytes.size());
      values.append(bytes.substr(open + 4, close - std::min(close, open + 4))) += border;
      at = std::min(close + 3, bytes.size());
      continue;
    }
    const std::size_t close = tag_end(bytes, open);
    const std::string_view tag = bytes.substr(open, std::min(close + 1, bytes.size()) - open);
    add_values(tag.substr(0, tag.size() - (tag.ends_with('>') ? 1 : 0)), values);
    // The name is kept, since extract_text decides by it whether a tag separates words.
    const std::size_t name = std::min(tag.find_first_of(" \n\r\t>"), tag.size());
    text.append(tag.substr(0, name)) += '>';
    at = std::min(close + 1, bytes.size());
  }
  return text.append(border) + values;
}

std::string prose_of_strings(std::string_view bytes) {
  std::string prose;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char quote = bytes[at];
    if (quote != '"' && quote != '\'' && quote != '`') continue;
    std::size_t end = at + 1;
    while (end < bytes.size() && bytes[end] != quote) end += bytes[end] == '\\' ? 2 : 1;
    end = std::min(end, bytes.size());
    std::size_t next = end + 1;
    while (next < bytes.size() && is_space(bytes[next])) ++next;
    const bool key = next < bytes.size() && bytes[next] == ':';
    if (!key) prose.append(bytes.substr(at + 1, end - at - 1)) += border;
    at = end;
  }
  return prose;
}

}  // namespace

TextKind text_kind(std::string_view path) {
  for (const auto& [ending, kind] : kinds) {
    if (path.ends_with(ending)) return kind;
  }
  return TextKind::plain;
}

std::string prose_of(TextKind kind, std::string_view bytes) {
  switch (kind) {
    case TextKind::markup:
      return prose_of_markup(bytes);
    case TextKind::script:
    case TextKind::style:
      return prose_of_strings(bytes);
    case TextKind::plain:
      break;
  }
  return std::string(bytes);
}

}  // namespace tailorbird
