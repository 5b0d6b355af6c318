#include "compile/parse/limits.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// Counts since the last blank line.
struct Block {
  std::size_t bytes = 0;
  std::size_t lines = 0;
  std::size_t rules = 0;
  bool late_rule = false;  // after too many lines
};

bool is_rule(std::string_view line) {
  return line.find_first_not_of("-|: \t>") == std::string_view::npos &&
         line.find('-') != std::string_view::npos;
}

std::size_t longest_word(std::string_view line) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : line) {
    run = c == ' ' || c == '\t' ? 0 : run + 1;
    longest = std::max(longest, run);
  }
  return longest;
}

/// The number of quotes and list items that begin on one line: `> - > - …`. A thematic break does not count.
std::size_t containers(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool bullet = (c == '-' || c == '*' || c == '+' || c == '.' || c == ')') && at + 1 < line.size() &&
                        line[at + 1] == ' ';
    if (c == '>' || bullet) {
      ++count;
    } else if (c != ' ' && c != '\t' && !(c >= '0' && c <= '9')) {
      break;
    }
  }
  return count;
}

void add_line(Block& block, std::string_view line) {
  if (trim(line).empty()) block = {};
  block.bytes += line.size();
  ++block.lines;
  if (!is_rule(line)) return;
  ++block.rules;
  block.late_rule = block.lines > most_lines_before_rule;
}

/// The problem of a line; empty: none.
std::string line_problem(std::string_view line) {
  if (line.size() > most_word_bytes && longest_word(line) > most_word_bytes) {
    return fmt::format("a word of more than {} characters", most_word_bytes);
  }
  if (line.size() > most_pipes &&
      static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) > most_pipes) {
    return fmt::format("more than {} columns", most_pipes);
  }
  if (line.size() > deepest_nesting && containers(line) > deepest_nesting) {
    return fmt::format("more than {} lists or quotes inside each other", deepest_nesting);
  }
  return {};
}

std::string block_problem(const Block& block) {
  if (block.bytes > most_block_bytes)
    return fmt::format("more than {} bytes without a blank line", most_block_bytes);
  if (block.late_rule)
    return fmt::format("a line of hyphens after more than {} lines without a blank one",
                       most_lines_before_rule);
  if (block.rules > most_rules)
    return fmt::format("more than {} lines of hyphens without a blank line", most_rules);
  return {};
}

}  // namespace

bool within_limits(Context& context) {
  const std::string_view text = context.source.text();
  if (text.size() > most_page_bytes) {
    context.problem("page-too-large", {}, 0,
                    fmt::format("this page has {} bytes, more than {}", text.size(), most_page_bytes));
    return false;
  }
  Block block;
  for (int number = 1; context.source.line_start(number) < text.size(); ++number) {
    const std::string_view line = context.source.line(number);
    add_line(block, line);
    std::string problem = line_problem(line);
    if (problem.empty()) problem = block_problem(block);
    if (problem.empty()) continue;
    context.problem("page-too-complex", context.source.position(context.source.line_start(number)), 0,
                    problem);
    return false;
  }
  return true;
}

}  // namespace tailorbird
