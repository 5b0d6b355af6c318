#include "compile/blocks/inlines.hpp"

#include <algorithm>
#include <array>
#include <cmark-gfm/node.h>
#include <fmt/format.h>
#include <string>

#include "base/strings.hpp"
#include "compile/attributes/attribute_meaning.hpp"
#include "compile/blocks/emptiness.hpp"
#include "compile/blocks/html_tags.hpp"
#include "compile/blocks/images.hpp"
#include "compile/blocks/labels.hpp"
#include "compile/blocks/links.hpp"
#include "compile/blocks/node_table.hpp"
#include "compile/blocks/notes.hpp"
#include "compile/blocks/shortcodes.hpp"
#include "compile/blocks/text_checks.hpp"
#include "compile/parse/markdown.hpp"
#include "compile/parts/component_uses.hpp"
#include "text/direction.hpp"

namespace tailorbird {
namespace {

void compile_node(Context& context, cmark_node* node);

void compile_until(Context& context, cmark_node* node, const cmark_node* end) {
  for (cmark_node* next = nullptr; node != end && node != nullptr; node = next) {
    // compile_node compiles a span up to and including its mark, so the next node is the one after the mark.
    next = cmark_node_next(node);
    if (is_mark(node) && mark_kind(node) == MarkKind::span_open) next = cmark_node_next(mark_partner(node));
    compile_node(context, node);
  }
}

// --- Text, code, emphasis ---

void compile_text(Context& context, cmark_node* node) {
  check_text(context, node);
  context.writer.text(literal(node));
}

void compile_soft_break(Context& context, cmark_node*) { context.writer.text("\n"); }
void compile_line_break(Context& context, cmark_node*) { context.writer.literal("<br />\n"); }

void compile_code(Context& context, cmark_node* node) {
  context.writer.literal("<code>");
  context.writer.text(literal(node));
  context.writer.literal("</code>");
}

template <std::size_t open_size, std::size_t close_size>
void wrap(Context& context, cmark_node* node, const char (&open)[open_size],
          const char (&close)[close_size]) {
  const OptionalScope optional(context, words_may_be_empty(node));
  context.writer.literal(open);
  compile_inlines(context, node);
  context.writer.literal(close);
}

void compile_emphasis(Context& context, cmark_node* node) { wrap(context, node, "<em>", "</em>"); }
void compile_strong(Context& context, cmark_node* node) { wrap(context, node, "<strong>", "</strong>"); }
void compile_struck(Context& context, cmark_node* node) { wrap(context, node, "<del>", "</del>"); }

// --- Links, pictures, spans ---

/// Whether the text of a link contains more than white space and punctuation.
bool has_words(cmark_node* link) {
  constexpr std::string_view no_words(" \t\n.,;:!?-");
  bool found = false;
  cmark_iter* iterator = cmark_iter_new(link);
  while (!found && cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT) {
      found = replace_all(literal(node), "\u00a0", " ").find_first_not_of(no_words) != std::string::npos;
    } else {
      found = type == CMARK_NODE_CODE || type == CMARK_NODE_IMAGE || type == CMARK_NODE_HTML_INLINE ||
              (is_mark(node) && mark_kind(node) == MarkKind::shortcode);
    }
  }
  cmark_iter_free(iterator);
  return found;
}

/// The place of a link with a label: its words in brackets.
SourceRange place_of_words(Context& context, cmark_node* link) {
  cmark_node* first = cmark_node_first_child(link);
  const bool words = first != nullptr && cmark_node_get_type(first) == CMARK_NODE_TEXT;
  const std::string written = "[" + (words ? std::string(literal(first)) : std::string());
  const std::size_t cursor = context.source.cursor();
  const std::size_t at = context.source.find(written).value_or(cursor);
  context.source.set_cursor(cursor);
  return context.source.range(at, written.size());
}

void compile_label_link(Context& context, cmark_node* node, std::string_view label) {
  const SourceRange where = place_of_words(context, node);
  if (!has_words(node)) {
    context.problem("link-without-words", where.start, where.length,
                    fmt::format("the link to the label `{}` has no words", label));
  }
  const OptionalScope optional(context, words_may_be_empty(node));
  const std::uint32_t begin = context.writer.add(Op::begin_link);
  compile_inlines(context, node);
  context.writer.add(Op::end_link);
  context.writer.close(begin);
  use_label(context, label, begin, where);
}

void compile_link_itself(Context& context, cmark_node* node) {
  const char* address = cmark_node_get_url(node);
  if (const std::string_view label = label_of(address == nullptr ? "" : address); !label.empty())
    return compile_label_link(context, node, label);
  const std::size_t before = context.source.cursor();
  const std::optional<LinkUse> use = read_link(context, node);
  if (!use) {
    compile_inlines(context, node);
    return;
  }
  if (!has_words(node)) {
    context.problem("link-without-words", use->where, use->length,
                    fmt::format("the link to `{}` has no words", use->written));
  }
  const auto index = static_cast<std::uint32_t>(context.program.links.size());
  context.program.links.push_back(*use);
  const OptionalScope optional(context, words_may_be_empty(node));
  const std::uint32_t begin = context.writer.add(Op::begin_link, index);
  // The words of a link come before its address, to which the cursor has moved.
  const std::size_t after = context.source.cursor();
  context.source.set_cursor(before);
  compile_inlines(context, node);
  context.source.set_cursor(std::max(after, context.source.cursor()));
  context.writer.add(Op::end_link, index);
  context.writer.close(begin);
}

/// The mark directly after a link or picture; null when there is none.
cmark_node* mark_after(cmark_node* node) {
  cmark_node* next = cmark_node_next(node);
  return next != nullptr && is_mark(next) && mark_kind(next) == MarkKind::after_link ? next : nullptr;
}

/// Calls `inside` to write under the condition and in the language of the mark.
template <typename Inside>
void compile_marked(Context& context, const MarkMeaning& meaning, const Inside& inside) {
  const ConditionScope scope(context, meaning, Placement::words);
  if (meaning.language)
    context.writer.literal(fmt::format("<span lang=\"{}\"{}>", meaning.language->text,
                                       direction_attribute(meaning.language->text, context.page.language)));
  inside();
  if (meaning.language) context.writer.literal("</span>");
}

/// Reads the mark without moving the cursor, since the words that it applies to come before it.
MarkMeaning meaning_of(Context& context, cmark_node* mark, const Expected& expected) {
  const std::size_t cursor = context.source.cursor();
  const Mark read = read_mark_node(context, mark);
  context.source.set_cursor(cursor);
  return understand(context, read, expected);
}

void skip_mark(Context& context, cmark_node* mark) { place_of_mark(context, mark); }

void compile_link(Context& context, cmark_node* node) {
  cmark_node* mark = mark_after(node);
  if (mark == nullptr) return compile_link_itself(context, node);
  const MarkMeaning meaning = meaning_of(context, mark, {.about = "a link", .language = true});
  if (meaning.readable) compile_marked(context, meaning, [&] { compile_link_itself(context, node); });
  skip_mark(context, mark);
}

void compile_image_node(Context& context, cmark_node* node) {
  static constexpr std::array<std::string_view, 1> classes = {"decorative"};
  cmark_node* mark = mark_after(node);
  if (mark == nullptr) return compile_image(context, node, false);
  const MarkMeaning meaning = meaning_of(context, mark, {.about = "a picture", .classes = classes});
  if (meaning.readable) {
    compile_marked(context, meaning, [&] { compile_image(context, node, meaning.has_class("decorative")); });
  }
  skip_mark(context, mark);
}

void compile_span(Context& context, cmark_node* open) {
  const NestingGuard guard(context, open);
  if (!guard.allowed()) return;
  cmark_node* close = mark_partner(open);
  const std::size_t cursor = context.source.cursor();
  const Mark mark = read_mark_node(context, close);
  context.source.set_cursor(cursor);
  const auto inside = [&] { compile_until(context, cmark_node_next(open), close); };
  if (is_inline_component(mark)) {
    compile_inline_component(context, mark, plain_text_between(cmark_node_next(open), close), inside);
  } else {
    const MarkMeaning meaning = understand(context, mark, {.about = "a text in brackets", .language = true});
    const OptionalScope optional(context,
                                 meaning.language && words_may_be_empty(cmark_node_next(open), close));
    if (meaning.readable) compile_marked(context, meaning, inside);
  }
  skip_mark(context, close);
}

// --- Marks and raw HTML ---

void compile_mark(Context& context, cmark_node* node) {
  if (mark_kind(node) == MarkKind::span_open) return compile_span(context, node);
  if (mark_kind(node) == MarkKind::shortcode) return compile_variable(context, node);
  if (mark_kind(node) == MarkKind::note) compile_note_reference(context, node);
  // after_link: compiled together with its link. The other kinds have been rejected by marks_are_sound.
}

void compile_html(Context& context, cmark_node* node) {
  if (is_mark(node)) return compile_mark(context, node);
  if (closes_reported_element(node)) return;
  const std::string_view html = literal(node);
  const std::size_t at = context.source.find(html).value_or(context.source.cursor());
  const SourceRange place = context.source.range(at, html.substr(0, html.find('\n')).size());
  context.problem("raw-html", place.start, place.length, fmt::format("HTML in the text, `{}`", html),
                  html.starts_with("<!--") ? "put the comment on lines of its own" : "");
}

// --- The table of inline nodes ---

void compile_node(Context& context, cmark_node* node) {
  static const NodeTable table = {
      {CMARK_NODE_TEXT, compile_text},
      {CMARK_NODE_SOFTBREAK, compile_soft_break},
      {CMARK_NODE_LINEBREAK, compile_line_break},
      {CMARK_NODE_CODE, compile_code},
      {CMARK_NODE_HTML_INLINE, compile_html},
      {CMARK_NODE_EMPH, compile_emphasis},
      {CMARK_NODE_STRONG, compile_strong},
      {CMARK_NODE_LINK, compile_link},
      {CMARK_NODE_IMAGE, compile_image_node},
      {extension_types().strikethrough, compile_struck},
  };
  table.compile(context, node);
}

}  // namespace

bool has_condition(cmark_node* mark) {
  const std::string_view text = mark_text(mark);
  return text.find(".only") != std::string_view::npos || text.find(".except") != std::string_view::npos;
}

cmark_node* end_of_condition(cmark_node* node) {
  cmark_node* mark =
      is_mark(node) && mark_kind(node) == MarkKind::span_open ? mark_partner(node) : mark_after(node);
  return mark != nullptr && has_condition(mark) ? mark : nullptr;
}

void compile_inlines(Context& context, cmark_node* container) {
  const NestingGuard guard(context, container);
  if (guard.allowed()) compile_until(context, cmark_node_first_child(container), nullptr);
}

std::string plain_text_between(cmark_node* node, const cmark_node* end) {
  std::string text;
  for (; node != nullptr && node != end; node = cmark_node_next(node)) text += plain_text(node);
  return text;
}

namespace {

void append_words(std::string& text, cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += literal(node);
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
}

/// The words of `root`; without those under conditions unless `all`.
std::string words_of(cmark_node* root, bool all) {
  // Not recursive, because emphasis can be nested thousands of times.
  std::string text;
  const cmark_node* left_out_until = nullptr;
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iterator);
    if (node == left_out_until) left_out_until = nullptr;
    if (left_out_until != nullptr) continue;
    if (!all) left_out_until = end_of_condition(node);
    if (left_out_until == nullptr) append_words(text, node);
  }
  cmark_iter_free(iterator);
  return text;
}

}  // namespace

std::string plain_text(cmark_node* node) { return words_of(node, true); }
std::string unconditional_text(cmark_node* node) { return words_of(node, false); }

}  // namespace tailorbird
