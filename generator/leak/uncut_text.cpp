#include "leak/uncut_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// iCalendar (RFC 5545, 3.1 and 3.3.11): joins folded lines, which continue after a line end and a space, and
/// unescapes commas and semicolons.
std::string unfolded_lines(std::string_view calendar) {
  std::string text = replace_all(replace_all(calendar, "\r\n ", ""), "\n ", "");
  text = replace_all(text, "\\,", ",");
  return replace_all(text, "\\;", ";");
}

/// WebVTT: removes the lines with times, and the identifiers of captions on the line before them.
std::string joined_captions(std::string_view captions) {
  std::string text;
  std::size_t line_before = 0;  // the offset in `text` at which the line before begins
  for (std::size_t at = 0; at < captions.size();) {
    const std::size_t end = std::min(captions.find('\n', at), captions.size());
    const std::string_view line = trim(captions.substr(at, end - at));
    at = end + 1;
    if (line.find("-->") != std::string_view::npos) {
      text.resize(line_before);
    } else {
      line_before = text.size();
      if (!line.empty()) text.append(line) += '\n';
    }
  }
  return text;
}

/// The end of a link's address and its bracket, given the beginning of the address; npos when it is none.
std::size_t address_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of(")\n", at);
  return end == std::string_view::npos || text[end] != ')' ? std::string_view::npos : end + 1;
}

/// Markdown: removes the delimiters of emphasis and code, and the brackets and addresses of links.
std::string plain_markdown(std::string_view markdown) {
  constexpr std::string_view signs = "*_`~[]";
  std::string text;
  for (std::size_t at = 0; at < markdown.size();) {
    const bool is_escape = markdown[at] == '\\' && at + 1 < markdown.size();
    if (is_escape || signs.find(markdown[at]) == std::string_view::npos) {
      text += markdown[is_escape ? at + 1 : at];
      at += is_escape ? 2 : 1;
      continue;
    }
    const bool is_link = markdown.substr(at).starts_with("](");
    const std::size_t end = is_link ? address_end(markdown, at + 2) : std::string_view::npos;
    at = end == std::string_view::npos ? at + 1 : end;
  }
  return text;
}

/// Appends the code point of the CSS escape at `at`, up to six hexadecimal digits, as an HTML entity. Returns
/// the end of the escape and the space after it (CSS Syntax 3, 4.3.7); `at` when there are no digits.
std::size_t append_style_escape(std::string_view styles, std::size_t at, std::string& text) {
  std::uint32_t character = 0;
  const char* const begin = styles.data() + at;
  const char* const last = begin + std::min<std::size_t>(styles.size() - at, 6);
  const char* const end = std::from_chars(begin, last, character, 16).ptr;
  if (end == begin) return at;
  text += "&#" + std::to_string(character) + ";";
  at += static_cast<std::size_t>(end - begin);
  return at < styles.size() && (styles[at] == ' ' || styles[at] == '\n') ? at + 1 : at;
}

/// CSS: decodes escapes, and removes escaped line ends in strings.
std::string decoded_styles(std::string_view styles) {
  std::string text;
  text.reserve(styles.size());
  for (std::size_t at = 0; at < styles.size();) {
    const std::size_t escape = std::min(styles.find('\\', at), styles.size());
    text.append(styles, at, escape - at);
    if (escape == styles.size()) break;
    at = escape + 1;
    if (at < styles.size() && styles[at] == '\n')
      ++at;
    else
      at = append_style_escape(styles, at, text);
  }
  return text;
}

/// DOCX and ODT: removes tags, since a change of style may be within a word; tags that separate words become
/// a space.
std::string joined_runs(std::string_view xml) {
  constexpr auto spaces =
      std::to_array<std::string_view>({"w:p", "w:tab", "w:br", "w:cr", "w:tc", "text:p", "text:h", "text:tab",
                                       "text:s", "text:line-break", "table:table-cell"});
  std::string text;
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t open = std::min(xml.find('<', at), xml.size());
    text.append(xml.substr(at, open - at));
    if (open == xml.size()) break;
    const std::size_t close = std::min(xml.find('>', open), xml.size() - 1);
    std::string_view name = xml.substr(open + 1, close - open - 1);
    if (name.starts_with('/')) name.remove_prefix(1);
    name = name.substr(0, name.find_first_of(" \t\r\n/"));
    if (std::find(spaces.begin(), spaces.end(), name) != spaces.end()) text += ' ';
    at = close + 1;
  }
  return text;
}

struct Kind {
  std::string_view ending;
  std::string (*uncut)(std::string_view bytes);
};

constexpr auto kinds = std::to_array<Kind>({
    {".ics", unfolded_lines},
    {".vtt", joined_captions},
    {".md", plain_markdown},
    {".txt", plain_markdown},
    {".css", decoded_styles},
    {"word/document.xml", joined_runs},
    {"word/footer1.xml", joined_runs},
    {"content.xml", joined_runs},
    {"styles.xml", joined_runs},  // of ODT: contains the footers
});

}  // namespace

std::optional<std::string> uncut_text(std::string_view path, std::string_view bytes) {
  for (const Kind& kind : kinds) {
    if (path.ends_with(kind.ending)) return kind.uncut(bytes);
  }
  return std::nullopt;
}

}  // namespace tailorbird
