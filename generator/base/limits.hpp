#pragma once
// Limits on input and output. Nothing that is written for readers exceeds them; hostile or broken input that
// does could stall a build or exhaust memory. docs/limits.md shows the table (`limits()`),
// tests/unit/base/limits_test.cpp compares the two, and tests/limits tests each limit just under and just
// over.

#include <cstddef>
#include <span>
#include <string_view>

namespace tailorbird {

// A file.
inline constexpr std::size_t largest_text_file = std::size_t{1} << 20U;  // bytes; YAML and templates
inline constexpr unsigned deepest_yaml = 32;                             // nested maps and lists
inline constexpr std::size_t most_dimension_values = 64;                 // bits of a ValueSet
inline constexpr std::size_t longest_output_path = 100;  // characters; fits below a long folder on Windows

// A page. cmark-gfm 0.29 takes quadratic time for some input that no author writes, such as thousands of
// closing parentheses after an address, or of pipes in a row; a page beyond these limits is refused before it
// is parsed.
inline constexpr std::size_t most_page_bytes = std::size_t{1} << 18U;
inline constexpr std::size_t most_block_bytes = std::size_t{1}
                                                << 16U;  // consecutive lines without a blank one
inline constexpr std::size_t most_word_bytes = 4000;     // without white space
inline constexpr std::size_t most_pipes = 200;           // in a line: columns of a table
inline constexpr std::size_t most_rules = 40;            // lines of only - | : in a block
inline constexpr std::size_t most_lines_before_rule =
    200;                                            // in its block: cmark reads them all again for each rule
inline constexpr std::size_t most_headings = 1000;  // including those of included pieces
inline constexpr int deepest_nesting = 100;         // nested blocks or inlines: bounds the stack
inline constexpr int deepest_div = 50;              // nested divs

// What a page includes.
inline constexpr std::size_t most_includes = 1000;  // including those in included pieces
inline constexpr std::size_t most_included_bytes = std::size_t{1} << 19U;

// A template of a theme with its partials, whose size may double at each level.
inline constexpr std::size_t most_template_bytes = std::size_t{1} << 20U;
inline constexpr std::size_t deepest_sections = 32;  // the library parses them again at each level

// Reports.
inline constexpr std::size_t most_findings = 1000;          // in one file
inline constexpr std::size_t most_quoted_characters = 160;  // of a line that a message shows

/// A row of docs/limits.md.
struct Limit {
  std::string_view what;  // "bytes of a page"
  std::size_t most;
  std::string_view code;  // of the finding beyond it; empty: the excess is not shown
};

std::span<const Limit> limits();

}  // namespace tailorbird
