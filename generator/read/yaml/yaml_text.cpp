#include "read/yaml/yaml_text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml_problems.hpp"
#include "text/invisible.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view white = " \t\r\n";

bool is_white(char c) { return white.find(c) != none; }

std::size_t end_of_line(std::string_view text, std::size_t from) {
  return std::min(text.find('\n', from), text.size());
}

/// Past white space and comments.
std::size_t skip_gap(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '#') {
      at = end_of_line(text, at);
    } else if (is_white(text[at])) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t end_of_double_quoted(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return none;
}

std::size_t end_of_single_quoted(std::string_view text, std::size_t begin) {
  for (std::size_t at = text.find('\'', begin + 1); at != none; at = text.find('\'', at + 2)) {
    if (at + 1 >= text.size() || text[at + 1] != '\'') return at + 1;
  }
  return none;
}

/// A plain scalar is as in the source, except that white space around its line breaks is folded.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  for (const char c : value) {
    if (is_white(c)) continue;
    while (at < text.size() && is_white(text[at])) ++at;
    ++at;
  }
  return std::min(at, text.size());
}

/// The lines of a block are indented further than `column`, or empty.
std::size_t end_of_block(std::string_view text, std::size_t begin, int column) {
  std::size_t end = end_of_line(text, begin);
  while (end < text.size()) {
    const std::size_t start = end + 1;
    const std::size_t next = end_of_line(text, start);
    const std::string_view line = text.substr(std::min(start, text.size()), next - start);
    const std::size_t indent = line.find_first_not_of(" \r");
    if (indent != none && static_cast<int>(indent) <= column) break;
    end = next;
  }
  return end;
}

// --- Escapes ---

/// How many hexadecimal digits follow an escape's letter; -1: there is no such escape.
int hex_digits(char letter) {
  if (letter == 'x') return 2;
  if (letter == 'u') return 4;
  if (letter == 'U') return 8;
  return std::string_view("0abtnvfre \"/\\N_LP\t\n\r").find(letter) == none ? -1 : 0;
}

/// Named escapes for invisible characters. `\n` and `\t` are text.
unsigned invisible_by_name(char letter) {
  constexpr std::string_view letters = "0abvfreNLP";
  constexpr unsigned characters[] = {0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x85, 0x2028, 0x2029};
  const std::size_t at = letters.find(letter);
  return at == none ? 0 : characters[at];
}

std::optional<YamlScalarProblem> escape_problem(std::string_view text, std::size_t backslash) {
  const char letter = backslash + 1 < text.size() ? text[backslash + 1] : '\0';
  const int digits = hex_digits(letter);
  if (digits < 0) {
    return YamlScalarProblem{"yaml-syntax", backslash, backslash + 1,
                             "a backslash that means nothing in double quotes", std::string(backslash_fix)};
  }
  const std::size_t end = std::min(backslash + 2 + static_cast<std::size_t>(digits), text.size());
  unsigned code_point = invisible_by_name(letter);
  if (digits > 0) std::from_chars(text.data() + backslash + 2, text.data() + end, code_point, 16);
  if (letter == '0') code_point = 0;
  const bool visible = digits == 0 ? invisible_by_name(letter) == 0 : !is_invisible(code_point);
  if (visible) return std::nullopt;
  return YamlScalarProblem{"file-control-character", backslash, end,
                           fmt::format("`{}` makes the invisible character U+{:04X}",
                                       text.substr(backslash, end - backslash), code_point),
                           "Delete it, and type this place again."};
}

// --- Quotes that close too late ---

/// The first line of a quoted text, after that of its quote, that is not indented further than `column` and
/// so was probably meant as a line of its own; `none` when all are.
std::size_t swallowed_line(std::string_view text, const YamlScalar& scalar, int column) {
  for (std::size_t start = text.find('\n', scalar.begin); start < scalar.end;
       start = text.find('\n', start + 1)) {
    const std::size_t word = text.find_first_not_of(" \r", start + 1);
    if (word >= scalar.end || text[word] == '\n') continue;
    if (static_cast<int>(word - start - 1) <= column) return word;
  }
  return none;
}

YamlScalarProblem unclosed(const YamlScalar& scalar, std::string message) {
  return {"yaml-syntax", scalar.begin, scalar.begin + 1, std::move(message), std::string(close_quote_fix)};
}

std::optional<YamlScalarProblem> quote_problem(std::string_view text, const YamlScalar& scalar, int column) {
  if (scalar.end == none) return unclosed(scalar, "this quoted text is never closed");
  if (const std::size_t word = scalar.one_line ? none : swallowed_line(text, scalar, column); word != none) {
    const std::string_view line = trim(text.substr(word, end_of_line(text, word) - word));
    return unclosed(scalar, fmt::format("this quoted text is not closed on its line, and swallows `{}`",
                                        line.substr(0, line.find_first_of(" :"))));
  }
  if (scalar.end < text.size() && text[scalar.end] == '#') {
    return YamlScalarProblem{"yaml-syntax", scalar.end, scalar.end + 1, "words after the closing quote",
                             std::string(close_quote_fix)};
  }
  if (scalar.style != YamlScalar::Style::double_quoted) return std::nullopt;
  for (std::size_t at = text.find('\\', scalar.begin); at < scalar.end; at = text.find('\\', at + 2)) {
    if (auto problem = escape_problem(text, at)) return problem;
  }
  return std::nullopt;
}

/// `Form #7`: YAML reads a comment here; one that is meant as such has a space after its #.
std::optional<YamlScalarProblem> cut_by_comment(std::string_view text, const YamlScalar& scalar) {
  const std::size_t sign = text.find_first_not_of(" \t", scalar.end);
  if (sign == none || sign == scalar.end || text[sign] != '#') return std::nullopt;
  if (sign + 1 >= text.size() || is_white(text[sign + 1]) || text[sign + 1] == '#') return std::nullopt;
  const std::size_t end = std::min(text.find_first_of(white, sign), text.size());
  return YamlScalarProblem{"yaml-text-cut",
                           sign,
                           end,
                           fmt::format("the text ends before `{}`", text.substr(sign, end - sign)),
                           {}};
}

}  // namespace

YamlProperties yaml_properties(std::string_view text, std::size_t node) {
  YamlProperties properties{false, node};
  while (properties.end < text.size() && (text[properties.end] == '!' || text[properties.end] == '&')) {
    properties.tag = properties.tag || text[properties.end] == '!';
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,[]{}", properties.end), text.size());
    properties.end = skip_gap(text, end);
  }
  return properties;
}

YamlScalar yaml_scalar(std::string_view text, std::size_t begin, std::string_view value, int column) {
  using Style = YamlScalar::Style;
  YamlScalar scalar{Style::plain, begin, begin, true};
  const char sign = begin < text.size() ? text[begin] : '\0';
  if (sign == '"') {
    scalar.style = Style::double_quoted;
    scalar.end = end_of_double_quoted(text, begin);
  } else if (sign == '\'') {
    scalar.style = Style::single_quoted;
    scalar.end = end_of_single_quoted(text, begin);
  } else if (sign == '|' || sign == '>') {
    scalar.style = Style::block;
    scalar.end = end_of_block(text, begin, column);
    scalar.one_line = false;
    return scalar;
  } else {
    scalar.end = end_of_plain(text, begin, value);
  }
  const std::size_t end = std::min(scalar.end, text.size());
  scalar.one_line = text.substr(begin, end - begin).find('\n') == none;
  return scalar;
}

std::optional<YamlScalarProblem> scalar_problem(std::string_view text, const YamlScalar& scalar, int column) {
  switch (scalar.style) {
    case YamlScalar::Style::single_quoted:
    case YamlScalar::Style::double_quoted:
      return quote_problem(text, scalar, column);
    case YamlScalar::Style::plain:
      return cut_by_comment(text, scalar);
    case YamlScalar::Style::block:
      break;
  }
  return std::nullopt;
}

std::size_t end_of_indicators(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t end = from;
  for (std::size_t at = skip_gap(text, from); at < to; at = skip_gap(text, at + 1)) end = at + 1;
  return end;
}

std::string hide_question_marks(std::string_view text) {
  std::string result(text);
  for (std::size_t at = text.find('?'); at != none; at = text.find('?', at + 1)) {
    const std::size_t before = at == 0 ? none : text.find_last_not_of(" \t", at - 1);
    const bool begins = before == none || std::string_view("\n[{,:-?").find(text[before]) != none;
    const bool apart = at + 1 == text.size() || is_white(text[at + 1]);
    if (!begins || !apart) result[at] = hidden_question_mark;
  }
  return result;
}

std::optional<std::size_t> first_word(std::string_view text, std::size_t from) {
  for (std::size_t at = skip_gap(text, from); at < text.size(); at = skip_gap(text, at + 1)) {
    if (std::string_view("]},:-.").find(text[at]) == none) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> directive_offset(std::string_view text) {
  const std::size_t at = skip_gap(text, 0);
  const bool starts_line = at == 0 || (at < text.size() && text[at - 1] == '\n');
  return starts_line && at < text.size() && text[at] == '%' ? std::optional(at) : std::nullopt;
}

Position YamlPositions::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < offset_) {
    const Position position = position_at(text_, offset);
    return {position.line + first_line_ - 1, position.column};
  }
  for (; offset_ < offset; ++offset_) {
    if (text_[offset_] == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(text_[offset_]) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
  return {line_, column_};
}

}  // namespace tailorbird
