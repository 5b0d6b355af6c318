#include "read/yaml/yaml_problems.hpp"

#include <array>
#include <fmt/format.h>

namespace tailorbird {
namespace {

struct Row {
  std::string_view problem;  // libyaml's words, or the beginning of them
  std::string_view context;  // the beginning of its context; empty: any
  std::string_view message;
  std::string_view fix;
  bool at_context;
};

constexpr std::string_view quote_it = "Put the text in double quotes.";
constexpr std::string_view close_quote =
    "End the text with the quote it began with; inside it, write that quote twice in '…' and as \\\" in "
    "\"…\".";

constexpr auto rows = std::to_array<Row>({
    {"mapping values are not allowed", "", "a colon and a space inside a text without quotes", quote_it,
     false},
    {"did not find expected key", "while parsing a block mapping",
     "this line does not fit the lines above it",
     "Begin it exactly below its neighbours, and check that the quotes and brackets above are closed.",
     false},
    {"did not find expected '-' indicator", "", "this line does not fit the list above it",
     "Begin it with `- ` exactly below the other items, or move it to the left.", false},
    {"could not find expected ':'", "", "this line is neither `key: value` nor part of the text above",
     "Add a colon and a space after the key, or put the whole text in quotes.", true},
    {"found unexpected end of stream", "while scanning a quoted scalar", "this quoted text is never closed",
     close_quote, true},
    {"found unexpected document indicator", "while scanning a quoted scalar",
     "this quoted text is never closed", close_quote, true},
    {"found unknown escape character", "", "a backslash that means nothing in double quotes",
     "Write \\\\ for a backslash, or use single quotes.", false},
    {"did not find expected hexdecimal number", "", "a \\x, \\u or \\U without its hexadecimal digits",
     "Write \\\\ for a backslash, or use single quotes.", false},
    {"found invalid Unicode character escape code", "", "a \\u or \\U that is no character",
     "Write the character itself.", false},
    {"found character that cannot start any token", "",
     "a text without quotes cannot begin with this character", quote_it, false},
    {"did not find expected alphabetic or numeric character", "",
     "a text without quotes cannot begin with `*` or `&`", quote_it, true},
    {"did not find expected ',' or ']'", "", "this list is not closed, or a comma is missing in it",
     "Put commas between the items and `]` at the end.", true},
    {"did not find expected ',' or '}'", "", "this map is not closed, or a comma is missing in it",
     "Put commas between the entries and `}` at the end; quote texts that hold a comma.", true},
    {"did not find expected node content", "", "something is missing between the brackets or commas here",
     "Remove the extra comma or bracket, or quote the text.", false},
    {"block sequence entries are not allowed", "", "a list item cannot begin here",
     "Begin the list on a line of its own, below its key.", false},
    {"mapping keys are not allowed", "", "`? ` cannot begin here", quote_it, false},
    {"found unexpected ':'", "", "a colon inside brackets without a space after it", quote_it, false},
    {"did not find expected comment or line break", "while scanning a block scalar",
     "a text after `|` or `>` begins on the next line", "Move the text to the next line, indented.", true},
    {"found an indentation indicator equal to 0", "", "`0` cannot follow `|` or `>`", "Remove it.", true},
    {"found a tab character", "", "a tab where spaces are expected", "Use spaces.", false},
    {"did not find expected <document start>", "", "this line does not fit the lines above it",
     "Write each line as `key: value`, or as an item of a list.", false},
    {"did not find expected whitespace or line break", "",
     "something stands too close to a quote, `!` or `&`", quote_it, true},
});

}  // namespace

YamlProblem extract_text(std::string_view problem, std::string_view context, std::string_view before) {
  const bool after_quote = before.ends_with('"') || before.ends_with('\'');
  if (after_quote && problem.starts_with("did not find expected key")) {
    return {"words after the closing quote", std::string(close_quote), false};
  }
  for (const Row& row : rows) {
    if (!problem.starts_with(row.problem) || !context.starts_with(row.context)) continue;
    return {std::string(row.message), std::string(row.fix), row.at_context};
  }
  return {fmt::format("this is not YAML that can be read: {}", problem), {}, false};
}

}  // namespace tailorbird
