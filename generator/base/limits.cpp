#include "base/limits.hpp"

#include <array>

namespace tailorbird {
namespace {

constexpr auto table = std::to_array<Limit>({
    {"bytes of a file of text", largest_text_file, "file-too-large"},
    {"maps and lists inside each other in YAML", deepest_yaml, "yaml-too-deep"},
    {"values of a dimension", most_dimension_values, "dimension-too-large"},
    {"characters of a page's address in the output", longest_output_path, "path-too-long"},
    {"bytes of a page", most_page_bytes, "page-too-large"},
    {"bytes of all pieces that a page includes", most_included_bytes, "include-too-many"},
    {"pieces that a page includes, those in pieces counted too", most_includes, "include-too-many"},
    {"headings of a page", most_headings, "page-too-complex"},
    {"bytes without a blank line", most_block_bytes, "page-too-complex"},
    {"characters of a word", most_word_bytes, "page-too-complex"},
    {"columns of a table", most_pipes, "page-too-complex"},
    {"lines of hyphens without a blank line", most_rules, "page-too-complex"},
    {"lines before a line of hyphens, without a blank line", most_lines_before_rule, "page-too-complex"},
    {"lists or quotes inside each other", deepest_nesting, "page-too-complex"},
    {"`:::` blocks inside each other", deepest_div, "nesting-too-deep"},
    {"bytes of a template with its partials", most_template_bytes, "theme-template-too-large"},
    {"sections inside each other in a template", deepest_sections, "theme-template-too-large"},
    {"findings in one file", most_findings, "findings-too-many"},
    {"characters of a line that a message shows", most_quoted_characters, ""},
});

}  // namespace

std::span<const Limit> limits() { return table; }

}  // namespace tailorbird
