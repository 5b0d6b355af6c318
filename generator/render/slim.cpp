#include "render/slim.hpp"

#include <algorithm>
#include <vector>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The characters of CSS around which a space has no meaning. Before `:` it has one (`a :hover`), so spaces
/// are removed only after it.
bool ends_before_space(char c) { return std::string_view("{};:,>~").find(c) != std::string_view::npos; }
bool begins_after_space(char c) { return std::string_view("{};,>~!").find(c) != std::string_view::npos; }

/// The lines of `text` without indentation, without empty ones, and without those of comments that begin a
/// line.
std::vector<std::string_view> slim_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  bool in_comment = false;
  for (const std::string_view raw : split(text, '\n')) {
    std::string_view line = trim(raw);
    if (!in_comment && line.starts_with("/*")) in_comment = true;
    if (in_comment) {
      const std::size_t end = line.find("*/");
      if (end == std::string_view::npos) continue;
      in_comment = false;
      line = trim(line.substr(end + 2));
    }
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

/// The signs of a script, on whose sides a space says nothing, except between two that would become one.
bool is_sign(char c) {
  return std::string_view("(){}[];,:?=<>+-*%&|^!~.\"'").find(c) != std::string_view::npos;
}

bool become_one(char before, char after) {
  const bool same = before == after && (before == '+' || before == '-');
  const bool comment = (before == '<' && after == '!') || (before == '-' && after == '>');  // <!-- and -->
  const bool number = before >= '0' && before <= '9' && after == '.';                       // 1 .toString()
  return same || comment || number;
}

/// A line of a script without spaces that mean nothing. It has no slash.
std::string slim_script_line(std::string_view line) {
  std::string result;
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quote != 0) {
      if (c == '\\' && at + 1 < line.size()) result += line[at++];
      if (c == quote) quote = 0;
      result += line[at];
      continue;
    }
    if (c == '"' || c == '\'') quote = c;
    if (is_blank(c) && !result.empty() && at + 1 < line.size()) {
      const char before = result.back();
      const char after = line[at + 1];
      if (is_blank(after) || ((is_sign(before) || is_sign(after)) && !become_one(before, after))) continue;
    }
    result += c;
  }
  return result;
}

/// Whether a line may begin a text that goes on in the next one: then lines do not say what is text.
bool may_begin_long_text(std::string_view line) {
  return line.find('`') != std::string_view::npos || line.ends_with('\\');
}

}  // namespace

std::string slim_script(std::string_view text) {
  std::vector<std::string_view> lines = slim_lines(text);
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [](std::string_view line) { return line.starts_with("//"); }),
              lines.end());
  const bool keeps_spaces = std::any_of(lines.begin(), lines.end(), may_begin_long_text);
  std::string result;
  for (const std::string_view line : lines) {
    // A slash may begin a pattern, a comment or a division.
    const bool is_kept = keeps_spaces || line.find('/') != std::string_view::npos;
    result += is_kept ? std::string(line) : slim_script_line(line);
    const bool joins_lines = !is_kept && std::string_view("{;,").find(line.back()) != std::string_view::npos;
    if (!joins_lines) result += '\n';
  }
  return result;
}

std::string slim_style(std::string_view text) {
  std::string lines;
  for (const std::string_view line : slim_lines(text)) lines.append(line).append("\n");
  std::string result;
  char quote = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const char c = lines[at];
    if (quote != 0) {
      if (c == '\\') result += lines[at++];
      if (c == quote) quote = 0;
      result += lines[at];
      continue;
    }
    if (lines.compare(at, 2, "/*") == 0) {
      at = std::min(lines.find("*/", at + 2), lines.size() - 2) + 1;
      // A comment separates what is around it.
      if (!result.empty() && result.back() != '\n' && !is_blank(result.back()) &&
          !ends_before_space(result.back()))
        result += ' ';
      continue;
    }
    if (c == '\\') {  // an escaped character is part of a name, and so is a space that ends the escape
      const std::size_t length = at + 2 < lines.size() && is_blank(lines[at + 2]) ? 3 : 2;
      result.append(lines, at, length);
      at += length - 1;
      continue;
    }
    if (c == '"' || c == '\'') quote = c;
    const bool means_nothing = is_blank(c) && ((!result.empty() && ends_before_space(result.back())) ||
                                               (at + 1 < lines.size() && begins_after_space(lines[at + 1])));
    const bool joins_lines =
        c == '\n' && !result.empty() && std::string_view("{;,").find(result.back()) != std::string_view::npos;
    if (means_nothing || joins_lines) continue;
    if (c == '}' && result.ends_with(';')) result.pop_back();
    result += c;
  }
  return result;
}

}  // namespace tailorbird
