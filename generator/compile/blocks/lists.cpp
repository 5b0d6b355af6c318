// Lists (blocks.hpp).

#include <algorithm>
#include <charconv>
#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/blocks/emptiness.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

/// An item and its mark. All marks must be known before the list is written, because it may become empty.
struct Item {
  cmark_node* node;
  MarkMeaning mark;
};

std::vector<Item> read_items(Context& context, cmark_node* list) {
  std::vector<Item> items;
  for (cmark_node* node : children_of(list)) {
    items.push_back({node, read_item_mark(context, node, {.about = "a list item"})});
  }
  return items;
}

/// The number of the item in the source: 2 for "2. Second"; -1 when it has none.
int written_number(const Context& context, cmark_node* item) {
  std::string_view line = context.source.line(std::max(cmark_node_get_start_line(item), 1));
  line.remove_prefix(std::min<std::size_t>(
      line.size(), static_cast<std::size_t>(std::max(cmark_node_get_start_column(item) - 1, 0))));
  int number = -1;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  const bool is_numbered = read.ec == std::errc{} && read.ptr != line.data() + line.size() &&
                           (*read.ptr == '.' || *read.ptr == ')');
  return is_numbered ? number : -1;
}

/// Reports a list whose second number is not the next one: browsers only use the first number and count on.
void check_first_number(Context& context, cmark_node* list) {
  const int start = cmark_node_get_list_start(list);
  cmark_node* first = cmark_node_first_child(list);
  cmark_node* second = first == nullptr ? nullptr : cmark_node_next(first);
  if (start <= 1 || second == nullptr) return;
  const int number = written_number(context, second);
  if (number < 0 || number == start || number == start + 1) return;
  context.problem("list-number", place_of_block(context, first), 0,
                  fmt::format("this list begins at {}, and its next item says {}: readers see {}, {}", start,
                              number, start, start + 1));
}

void open_list(Context& context, cmark_node* list) {
  if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) {
    context.writer.literal("<ul>\n");
    return;
  }
  const int start = cmark_node_get_list_start(list);
  context.writer.literal(start == 1 ? std::string("<ol>\n") : fmt::format("<ol start=\"{}\">\n", start));
}

void compile_item(Context& context, const Item& item) {
  if (!item.mark.readable) return;
  context.writer.fresh_line();
  const ConditionScope scope(context, item.mark, Placement::element);
  const bool conditional = scope.condition() >= 0;
  const auto condition = static_cast<std::uint32_t>(scope.condition());
  const OptionalScope optional(context, blocks_may_be_empty(item.node));
  context.writer.literal("<li");
  if (conditional) context.writer.add(Op::if_attributes, condition);
  context.writer.literal(">");
  if (is_task_item(item.node)) {
    const bool checked = cmark_gfm_extensions_get_tasklist_item_checked(item.node);
    context.writer.literal(checked ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                                   : "<input type=\"checkbox\" disabled=\"\" /> ");
  }
  if (conditional) context.writer.add(Op::if_label, condition);
  compile_children(context, item.node);
  context.writer.literal("</li>\n");
}

/// Whether the last words before a mark are in brackets that are neither a link nor a span: the mark was
/// meant for these words. `source`: the page up to the end of the mark. Escaped brackets do not count.
bool ends_in_brackets(cmark_node* paragraph, std::string_view source) {
  cmark_node* last = cmark_node_last_child(paragraph);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_TEXT || !literal(last).ends_with(']'))
    return false;
  const std::string_view before = trim(source.substr(0, source.rfind('{')));
  return before.ends_with(']') && !before.ends_with("\\]");
}

}  // namespace

MarkMeaning read_item_mark(Context& context, cmark_node* item, const Expected& expected) {
  MarkMeaning mark;
  mark.readable = true;
  cmark_node* paragraph = cmark_node_first_child(item);
  if (paragraph == nullptr)
    context.problem("item-empty", place_of_block(context, item), 0, "this item of the list has no words");
  if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return mark;
  move_to(context, paragraph);
  if (cmark_node* node = take_trailing_mark(paragraph)) {
    const std::size_t before = context.source.cursor();
    const SourceRange at = place_of_mark(context, node);
    if (ends_in_brackets(paragraph, context.source.text().substr(0, context.source.cursor()))) {
      context.failure("mark-misplaced", at.start, at.length,
                      "a space between words in brackets and their mark",
                      "take the space away: `[words]{…}`; a mark for the whole item needs no brackets");
      mark.readable = false;
      cmark_node_free(node);
      return mark;
    }
    context.source.set_cursor(before);
    mark = understand(context, read_mark_node(context, node), expected);
    cmark_node_free(node);
    move_to(context, paragraph);
  }
  // A misplaced mark may have been meant for the item.
  if (!marks_are_sound(context, paragraph)) mark.readable = false;
  return mark;
}

void compile_list(Context& context, cmark_node* list) {
  const std::vector<Item> items = read_items(context, list);
  const bool may_be_empty = std::all_of(items.begin(), items.end(), [](const Item& one) {
    return !one.mark.readable || one.mark.condition || blocks_may_be_empty(one.node);
  });
  context.writer.fresh_line();
  const OptionalScope optional(context, may_be_empty);
  if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST) check_first_number(context, list);
  open_list(context, list);
  for (const Item& item : items) compile_item(context, item);
  context.writer.literal(cmark_node_get_list_type(list) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n");
}

}  // namespace tailorbird
