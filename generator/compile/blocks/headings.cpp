// Headings (blocks.hpp).

#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/blocks/emptiness.hpp"
#include "compile/blocks/inlines.hpp"
#include "compile/blocks/leftovers.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::array<std::string_view, 1> heading_classes = {"section"};

/// Where the words of the heading begin, after its `#` signs.
Position place_of_words(const Context& context, cmark_node* heading) {
  const std::string_view line = context.source.line(cmark_node_get_start_line(heading));
  const std::size_t begin = std::min(line.find_first_not_of("# \t>"), line.size());
  return context.source.position(context.source.line_start(cmark_node_get_start_line(heading)) + begin);
}

/// Reports a heading of level 1, since the title is the only one, and levels that skip one.
void check_level(Context& context, int level, Position where) {
  if (level == 1) {
    context.problem("heading-first-level", where, 0, "a heading with one `#`",
                    "begin with `##`; the page's title is in its front matter");
  }
  const int before = context.heading_levels.empty() ? 1 : context.heading_levels.back();
  // A partial may begin at any level: it depends on where it is included.
  const bool first_of_partial = context.page.partial && context.heading_levels.empty();
  if (level > before + 1 && !first_of_partial) {
    context.problem("heading-level-skipped", where, 0,
                    fmt::format("a heading of level {} comes after one of level {}", level, before),
                    fmt::format("write it with {} `#`", before + 1));
  }
  context.heading_levels.push_back(static_cast<std::uint8_t>(level));
}

void give_id(Context& context, Heading& heading, cmark_node* node, const MarkMeaning& mark) {
  heading.explicit_id = mark.id.has_value();
  if (mark.id) {
    if (trim(plain_text(node)).empty())
      context.problem("heading-empty", heading.where, 0, "this heading has an id and no words");
    heading.id = mark.id->text;
    claim_id(context, heading.id, mark.id->where, mark.id->length, false);
    return;
  }
  if (cmark_node_first_child(node) == nullptr) {
    context.problem("heading-empty", heading.where, 0, "this heading has no words");
    return;
  }
  const std::string words = unconditional_text(node);
  heading.id = slug(words);
  if (heading.id.empty()) {
    context.problem("heading-id-missing", heading.where, 0,
                    trim(words) == trim(plain_text(node))
                        ? fmt::format("no address can be made from `{}`", trim(words))
                        : std::string("no address can be made from the words that all readers see"),
                    "give it one: `{#…}`");
    return;
  }
  claim_id(context, heading.id, heading.where, static_cast<std::uint32_t>(code_points(words)), true);
}

/// Reports a conditional heading with text for all readers below it: other readers would see that text under
/// the heading before. Not for two headings in a row, which may be variants of one.
void check_text_below(Context& context, cmark_node* node, const MarkMeaning& mark, Position where) {
  if (!mark.condition || mark.has_class("section")) return;
  cmark_node* below = cmark_node_next(node);
  if (below == nullptr || cmark_node_get_type(below) != CMARK_NODE_PARAGRAPH || words_may_be_empty(below))
    return;
  cmark_node* before = cmark_node_previous(node);
  const bool follows_heading = before != nullptr && cmark_node_get_type(before) == CMARK_NODE_HEADING;
  if (follows_heading && !context.program.headings.empty() && context.program.headings.back().condition >= 0)
    return;
  context.problem("heading-alone", where, 0, "this heading has a condition, and the text below it has none");
}

/// Whether the page has too many headings, which is reported once. Further headings are left out.
bool is_one_too_many(Context& context, cmark_node* heading) {
  if (context.heading_levels.size() < most_headings) return false;
  if (context.heading_levels.size() == most_headings) {
    context.heading_levels.push_back(0);  // so that it is reported only once
    context.failure("page-too-complex", place_of_words(context, heading), 0,
                    fmt::format("more than {} headings", most_headings));
  }
  return true;
}

}  // namespace

MarkMeaning read_heading_mark(Context& context, cmark_node* heading) {
  MarkMeaning mark;
  mark.readable = true;
  cmark_node* node = take_trailing_mark(heading);
  if (node != nullptr) {
    const std::size_t cursor = context.source.cursor();
    const Expected expected{.about = "a heading", .classes = heading_classes, .id = true};
    mark = understand(context, read_mark_node(context, node), expected);
    context.source.set_cursor(cursor);
    cmark_node_free(node);
  }
  if (!marks_are_sound(context, heading)) mark.readable = false;
  if (mark.readable && mark.has_class("section") && !mark.condition) {
    context.failure("section-without-condition", mark.classes.front().where, mark.classes.front().length,
                    "`.section` without a condition",
                    "say for whom the section is: `{.only audience=\"…\" .section}`");
    mark.readable = false;
  }
  return mark;
}

void compile_heading(Context& context, cmark_node* node, const MarkMeaning& mark) {
  if (is_one_too_many(context, node)) return;
  Heading heading;
  heading.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
  heading.where = place_of_words(context, node);
  heading.is_prose = is_underlined_prose(context, node);
  check_level(context, heading.level, heading.where);
  check_text_below(context, node, mark, heading.where);

  MarkMeaning own = mark;
  if (mark.has_class("section")) own.condition.reset();
  context.writer.fresh_line();
  const ConditionScope scope(context, own, Placement::element);
  heading.condition = scope.condition();
  give_id(context, heading, node, mark);
  const auto index = static_cast<std::uint32_t>(context.program.headings.size());
  context.program.headings.push_back(heading);
  const OptionalScope optional(context, words_may_be_empty(node));
  context.writer.add(Op::begin_heading, index);
  if (scope.condition() >= 0) context.writer.add(Op::if_label, static_cast<std::uint32_t>(scope.condition()));
  context.program.headings[index].text.begin = context.writer.mark();
  context.in_heading = true;
  compile_inlines(context, node);
  context.in_heading = false;
  context.program.headings[index].text.end = context.writer.end();
  context.writer.add(Op::end_heading, index);
}

}  // namespace tailorbird
