#include "compile/blocks/emptiness.hpp"

#include "compile/blocks/inlines.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

struct Seen {
  bool words = false;        // there are words without a condition
  bool conditional = false;  // there are words under a condition
};

bool is_space(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) return true;
  return type == CMARK_NODE_TEXT && literal(node).find_first_not_of(" \t") == std::string_view::npos;
}

/// Whether the node shows nothing but its words: emphasis or a link.
bool is_wrapper(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK ||
         type == extension_types().strikethrough;
}

void look(cmark_node* node, const cmark_node* end, int depth, Seen& seen) {
  for (; node != end && node != nullptr && !seen.words; node = cmark_node_next(node)) {
    if (cmark_node* after = end_of_condition(node)) {
      seen.conditional = true;
      node = after;
    } else if (is_wrapper(node) && depth < deepest_nesting) {
      look(cmark_node_first_child(node), nullptr, depth + 1, seen);
    } else if (is_mark(node) &&
               (mark_kind(node) == MarkKind::span_open || mark_kind(node) == MarkKind::span_close)) {
      continue;  // a span without a condition: its words come next
    } else if (!is_space(node)) {
      seen.words = true;
    }
  }
}

bool ends_with_condition(cmark_node* container) {
  cmark_node* last = cmark_node_last_child(container);
  return last != nullptr && is_mark(last) && mark_kind(last) == MarkKind::trailing && has_condition(last);
}

bool block_may_be_empty(cmark_node* block, int depth);

bool all_may_be_empty(cmark_node* container, int depth) {
  if (depth > deepest_nesting) return false;
  bool conditional = false;  // some block is not a definition
  for (cmark_node* block = cmark_node_first_child(container); block != nullptr;
       block = cmark_node_next(block)) {
    if (is_note_definition(block) || is_label_definition(block)) continue;
    if (!block_may_be_empty(block, depth)) return false;
    conditional = true;
  }
  return conditional;
}

bool item_may_be_empty(cmark_node* item, int depth) {
  cmark_node* first = cmark_node_first_child(item);
  return first != nullptr && (ends_with_condition(first) || all_may_be_empty(item, depth + 1));
}

bool list_may_be_empty(cmark_node* list, int depth) {
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
    if (!item_may_be_empty(item, depth)) return false;
  }
  return true;
}

/// Whether the div is `::: {.only …}` or `::: {.except …}`.
bool is_conditional_div(cmark_node* div) {
  const std::string_view info = div_info(div);
  return info.starts_with("{.only") || info.starts_with("{.except");
}

bool block_may_be_empty(cmark_node* block, int depth) {
  const cmark_node_type type = cmark_node_get_type(block);
  if (is_div(block)) return is_conditional_div(block);
  if (type == CMARK_NODE_PARAGRAPH) return words_may_be_empty(block);
  if (type == CMARK_NODE_HEADING) return ends_with_condition(block) || words_may_be_empty(block);
  if (type == CMARK_NODE_LIST) return list_may_be_empty(block, depth);
  return type == CMARK_NODE_BLOCK_QUOTE && all_may_be_empty(block, depth + 1);
}

}  // namespace

bool words_may_be_empty(cmark_node* first, const cmark_node* end) {
  Seen seen;
  look(first, end, 0, seen);
  return seen.conditional && !seen.words;
}

bool words_may_be_empty(cmark_node* container) {
  return words_may_be_empty(cmark_node_first_child(container), nullptr);
}

bool blocks_may_be_empty(cmark_node* container) { return all_may_be_empty(container, 0); }

OptionalScope::OptionalScope(Context& context, bool may_be_empty, std::uint32_t kind)
    : context_(context), may_be_empty_(may_be_empty) {
  if (may_be_empty_) begin_ = context.writer.add(Op::begin_optional, kind);
}

OptionalScope::~OptionalScope() {
  if (!may_be_empty_) return;
  context_.writer.add(Op::end_optional);
  context_.writer.close(begin_);
}

}  // namespace tailorbird
