#include "read/yaml/yaml_problems.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t none = std::string_view::npos;

// --- Questions about the place where yaml-cpp stopped ---

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? none : text.rfind('\n', offset - 1);
  return newline == none ? 0 : newline + 1;
}

std::string_view line_at(std::string_view text, std::size_t start) {
  return text.substr(start, text.find('\n', start) - start);
}

/// The text on the line before the place, trimmed.
std::string_view before(const YamlStop& stop) {
  const std::size_t start = line_start(stop.text, stop.offset);
  return trim(stop.text.substr(start, stop.offset - start));
}

char character(const YamlStop& stop) {
  return stop.offset < stop.text.size() ? stop.text[stop.offset] : '\0';
}

bool has_colon(std::string_view line) { return trim(line).ends_with(':') || line.find(": ") != none; }

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// The start of the text that the lines of `offset` and those above it make without a colon, when a key
/// stands above them at the same indentation: "a: 1", "b", "c: 3" → the offset of b.
std::size_t line_without_colon(const YamlStop& stop) {
  std::size_t line = line_start(stop.text, stop.offset);
  const std::size_t column = indentation(line_at(stop.text, line));
  std::size_t found = none;
  while (line > 0) {
    line = line_start(stop.text, line - 1);
    const std::string_view above = line_at(stop.text, line);
    if (trim(above).empty() || trim(above).starts_with('#')) continue;
    if (indentation(above) != column) return none;
    if (has_colon(above)) return found;
    found = line + column;
  }
  return none;
}

/// The innermost bracket before the place that is not closed, as far as counting can tell.
std::size_t bracket_before(const YamlStop& stop) {
  std::size_t closed = 0;
  for (std::size_t at = stop.offset; at > 0; --at) {
    const char c = stop.text[at - 1];
    if (c == ']' || c == '}') ++closed;
    if ((c == '[' || c == '{') && closed-- == 0) return at - 1;
  }
  return none;
}

bool always(const YamlStop&) { return true; }
bool after_quote(const YamlStop& stop) { return before(stop).ends_with('"') || before(stop).ends_with('\''); }
bool after_bracket(const YamlStop& stop) {
  return before(stop).ends_with(']') || before(stop).ends_with('}');
}
bool at_comma(const YamlStop& stop) { return character(stop) == ','; }
bool below_line_without_colon(const YamlStop& stop) { return line_without_colon(stop) != none; }
bool starts_line_without_colon(const YamlStop& stop) {
  const std::string_view line = line_at(stop.text, line_start(stop.text, stop.offset));
  return before(stop).empty() && !has_colon(line) && !trim(line).starts_with('-');
}
bool in_bracket(const YamlStop& stop, char bracket) {
  const std::size_t open = bracket_before(stop);
  return open != none && stop.text[open] == bracket;
}
bool in_list(const YamlStop& stop) { return in_bracket(stop, '['); }
bool in_map(const YamlStop& stop) { return in_bracket(stop, '{'); }

// --- What to point to ---

std::size_t here(const YamlStop& stop) { return stop.offset; }
std::size_t one_before(const YamlStop& stop) { return stop.offset == 0 ? 0 : stop.offset - 1; }
std::size_t last_of(const YamlStop& stop, std::string_view characters) {
  const std::size_t at = stop.text.substr(0, stop.offset).find_last_of(characters);
  return at == none ? stop.offset : at;
}
std::size_t at_backslash(const YamlStop& stop) { return last_of(stop, "\\"); }
std::size_t at_block_sign(const YamlStop& stop) { return last_of(stop, "|>"); }
std::size_t at_mark(const YamlStop& stop) { return last_of(stop, "*&"); }
std::size_t at_tag(const YamlStop& stop) { return last_of(stop, "!"); }
std::size_t at_line_without_colon(const YamlStop& stop) { return line_without_colon(stop); }
std::size_t at_opening_bracket(const YamlStop& stop) {
  const std::size_t open = stop.open_bracket != none ? stop.open_bracket : bracket_before(stop);
  return open == none ? stop.offset : open;
}
std::size_t at_opening_quote(const YamlStop& stop) {
  const std::size_t at = stop.text.find_first_of("\"'", stop.read_to);
  return at == none ? stop.offset : at;
}

/// Where, on the line of the opening bracket, a comment begins that was meant as text: "#0b5d5b"; none:
/// nowhere.
std::size_t comment_in_bracket(const YamlStop& stop) {
  const std::size_t open = at_opening_bracket(stop);
  const std::string_view line = line_at(stop.text, open);
  char quote = '\0';
  for (std::size_t at = 1; at + 1 < line.size(); ++at) {
    const char c = line[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#' && line[at - 1] == ' ' && line[at + 1] != ' ') {
      return open + at;
    }
  }
  return none;
}
bool cut_by_comment(const YamlStop& stop) { return comment_in_bracket(stop) != none; }

struct Row {
  std::string_view problem;  // the beginning of yaml-cpp's words
  bool (*holds)(const YamlStop&);
  std::size_t (*place)(const YamlStop&);
  std::string_view message;
  std::string_view fix;
  std::string_view code = "yaml-syntax";
};

constexpr std::string_view list_not_closed = "this list is not closed, or a comma is missing in it";
constexpr std::string_view close_list =
    "Put commas between the items and `]` at the end, and close each quote.";
constexpr std::string_view map_not_closed = "this map is not closed, or a comma is missing in it";
constexpr std::string_view close_map =
    "Put commas between the entries and `}` at the end. Close each quote, and quote texts that hold a comma.";
constexpr std::string_view no_colon = "this line is neither `key: value` nor part of the text above";
constexpr std::string_view add_colon =
    "Add a colon and a space after the key, or put the whole text in quotes.";
constexpr std::string_view begins_badly = "a text without quotes cannot begin with this character";
constexpr std::string_view begins_with_mark = "a text without quotes cannot begin with `*` or `&`";
constexpr std::string_view bad_tag = "a tag, `!…`, before a value";

constexpr std::string_view cut_short = "a `#` begins a comment, so the bracket before it is not closed";
constexpr std::string_view quote_sign = "Put the text that begins with `#` in double quotes.";

/// The first row that fits counts.
constexpr auto rows = std::to_array<Row>({
    {"illegal map value", below_line_without_colon, at_line_without_colon, no_colon, add_colon},
    {"illegal map value", always, here, "a colon and a space inside a text without quotes", quote_it_fix},
    {"end of map not found", after_quote, here, "words after the closing quote", close_quote_fix},
    {"end of map not found", at_comma, here, begins_badly, quote_it_fix},
    {"end of map not found", after_bracket, here, "words after the closing bracket",
     "Put the whole text in double quotes, or end the line with the bracket."},
    {"end of map not found", starts_line_without_colon, here, no_colon, add_colon},
    {"end of map not found", always, here, "this line does not fit the lines above it",
     "Begin it exactly below its neighbours, and check that the quotes and brackets above are closed."},
    {"end of sequence not found", after_quote, here, "words after the closing quote", close_quote_fix},
    {"end of sequence not found", always, here, "this line does not fit the list above it",
     "Begin it with `- ` exactly below the other items, or move it to the left."},
    {"end of sequence flow not found", cut_by_comment, comment_in_bracket, cut_short, quote_sign},
    {"end of sequence flow not found", always, at_opening_bracket, list_not_closed, close_list},
    {"end of map flow not found", cut_by_comment, comment_in_bracket, cut_short, quote_sign},
    {"end of map flow not found", always, at_opening_bracket, map_not_closed, close_map},
    {"illegal flow end", cut_by_comment, comment_in_bracket, cut_short, quote_sign},
    {"illegal flow end", in_list, at_opening_bracket, list_not_closed, close_list},
    {"illegal flow end", in_map, at_opening_bracket, map_not_closed, close_map},
    {"illegal flow end", always, here, begins_badly, quote_it_fix},
    {"illegal EOF in scalar", always, at_opening_quote, "this quoted text is never closed", close_quote_fix},
    {"illegal document indicator in scalar", always, at_opening_quote, "this quoted text is never closed",
     close_quote_fix},
    {"unknown escape character", always, at_backslash, "a backslash that means nothing in double quotes",
     backslash_fix},
    {"bad character found while scanning hex number", always, at_backslash,
     "a \\x, \\u or \\U without its hexadecimal digits", backslash_fix},
    {"invalid unicode", always, at_backslash, "a \\u or \\U that is no character",
     "Write the character itself."},
    {"unknown token", always, here, begins_badly, quote_it_fix},
    {"alias not found after *", always, one_before, begins_with_mark, quote_it_fix},
    {"anchor not found after &", always, one_before, begins_with_mark, quote_it_fix},
    {"illegal character found while scanning alias", always, at_mark, begins_with_mark, quote_it_fix},
    {"illegal character found while scanning anchor", always, at_mark, begins_with_mark, quote_it_fix},
    {"illegal character found while scanning tag handle", always, at_tag, bad_tag, "", "yaml-tag"},
    {"tag handle with no suffix", always, at_tag, bad_tag, "", "yaml-tag"},
    {"end of verbatim tag not found", always, at_tag, bad_tag, "", "yaml-tag"},
    {"cannot assign multiple tags", always, at_tag, bad_tag, "", "yaml-tag"},
    {"cannot assign multiple anchors", always, here, "an anchor, `&…`, that names a value", "",
     "yaml-anchor"},
    {"aliases can't have any content", always, here, "an alias, `*…`, that repeats another value", "",
     "yaml-anchor"},
    {"the referenced anchor is not defined", always, here, "an alias, `*…`, that repeats another value", "",
     "yaml-anchor"},
    {missing_colon, always, here, no_colon, add_colon},
    {second_root, after_quote, here, "words after the closing quote", close_quote_fix},
    {second_root, always, here, "this line does not fit the lines above it",
     "Write each line as `key: value`, or as an item of a list."},
    {"illegal block entry", always, here, "a list item cannot begin here",
     "Begin the list on a line of its own, below its key."},
    {"illegal map key", always, here, "`? ` cannot begin here", quote_it_fix},
    {"unexpected character in block scalar", always, at_block_sign,
     "a text after `|` or `>` begins on the next line", "Move the text to the next line, indented."},
    {"cannot set zero indentation", always, at_block_sign, "`0` cannot follow `|` or `>`", "Remove it."},
    {"illegal tab", always, here, "a tab where spaces are expected", "Use spaces."},
});

}  // namespace

YamlProblem explain_stop(const YamlStop& stop) {
  for (const Row& row : rows) {
    if (!stop.problem.starts_with(row.problem) || !row.holds(stop)) continue;
    return {row.code, std::string(row.message), std::string(row.fix), row.place(stop)};
  }
  return {"yaml-syntax", fmt::format("this is not YAML that can be read: {}", stop.problem), {}, stop.offset};
}

}  // namespace tailorbird
