// Marks, and references to notes, as an inline extension of cmark-gfm. A mark is parsed as a whole, so that
// `_` and `*` in it never become emphasis; in code it stays literal, since cmark does not call extensions
// there.
//
// The opening bracket of a span is searched for immediately, while each bracket is still a node of its own:
// later cmark joins texts, and an escaped bracket looks like any other.

#include <cmark-gfm/chunk.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <string>

#include "compile/attributes/attributes.hpp"
#include "compile/parse/extensions.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

cmark_syntax_extension* mark_extension = nullptr;

constexpr std::size_t longest_shortcode = 500;

struct Found {
  MarkKind kind;
  std::size_t size;
};

/// A bracket as cmark leaves it when it is not part of a link. An escaped one is two columns wide, because of
/// its backslash.
bool is_bracket(cmark_node* node, std::string_view bracket) {
  if (node == nullptr || node->type != CMARK_NODE_TEXT || literal(node) != bracket) return false;
  return node->end_column - node->start_column + 1 == static_cast<int>(bracket.size());
}

bool is_opener(cmark_node* node) { return is_bracket(node, "[") || is_bracket(node, "!["); }

/// The bracket that `closer` closes. Spans that have been read are skipped, and a mark without an opener ends
/// the search, since there is none before it either. So each node is visited once.
cmark_node* opener_of(cmark_node* closer) {
  int depth = 1;
  for (cmark_node* node = cmark_node_previous(closer); node != nullptr; node = cmark_node_previous(node)) {
    if (is_mark(node)) {
      if (mark_kind(node) == MarkKind::unopened) return nullptr;
      if (mark_kind(node) == MarkKind::span_close) node = mark_partner(node);
    } else if (is_bracket(node, "]")) {
      ++depth;
    } else if (is_opener(node) && --depth == 0) {
      return node;
    }
  }
  return nullptr;
}

constexpr std::size_t longest_glance = 300;

/// Whether `text` contains `word` with no letter before or after it.
bool has_word(std::string_view text, std::string_view word) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

/// Whether a brace in running text is meant as a mark: it begins with a dot or hash, or has a value (`key=`),
/// or one of the words that would make it a condition, for those who forget the dot. Other braces are text.
/// In doubt it is a mark: an error is better than a text shown to the wrong readers.
bool looks_like_mark(std::string_view text) {
  std::string_view inside = text.substr(1, longest_glance);
  inside = inside.substr(0, std::min(inside.find('}'), inside.size()));
  const std::size_t begin = inside.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return false;
  inside.remove_prefix(begin);
  if ((inside.front() == '.' || inside.front() == '#') && !inside.starts_with("..")) return true;
  const std::size_t equals = inside.find('=');
  const bool value = equals != std::string_view::npos && equals > 0 && inside[equals - 1] != ' ';
  return value || has_word(inside, "only") || has_word(inside, "except");
}

Found find_shortcode(std::string_view text) {
  const std::string_view window = text.substr(0, longest_shortcode);
  if (text.starts_with("{{<")) {
    const std::size_t end = window.find(">}}");
    if (end != std::string_view::npos) return {MarkKind::shortcode, end + 3};
  }
  const std::size_t end = window.find("}}");
  if (end != std::string_view::npos) return {MarkKind::bad_shortcode, end + 2};
  return {MarkKind::unclosed, std::min(text.find('\n'), text.size())};
}

/// What the brace at the start of `text` begins, given what comes before it; size 0: just a brace.
Found find_mark(std::string_view text, char before, cmark_node* last) {
  if (text.starts_with("{{")) return find_shortcode(text);
  const bool bracket = before == ']' && is_bracket(last, "]");
  const bool link = last != nullptr && (last->type == CMARK_NODE_LINK || last->type == CMARK_NODE_IMAGE) &&
                    (before == ')' || before == ']' || before == '>');
  if (!bracket && !link && !looks_like_mark(text)) return {MarkKind::glued, 0};
  const std::size_t size = mark_size(text);
  if (size == 0) return {MarkKind::unclosed, std::min(text.find('\n'), text.size())};
  if (bracket) return {MarkKind::span_close, size};
  if (link) return {MarkKind::after_link, size};
  const bool free = before == 0 || before == ' ' || before == '\t' || before == '\n' || before == '\r';
  return {free ? MarkKind::trailing : MarkKind::glued, size};
}

void become_mark(cmark_node* node, MarkKind kind, std::string_view text) {
  cmark_node_set_syntax_extension(node, mark_extension);
  cmark_node_set_literal(node, (std::string(1, static_cast<char>(kind)) + std::string(text)).c_str());
}

/// Turns the opening bracket and `close` into the two ends of a span; false when nothing opens it.
bool join_span(cmark_node* bracket, cmark_node* close) {
  cmark_node* open = opener_of(bracket);
  if (open == nullptr) return false;
  if (literal(open) == "![") {
    // `![words]` without an address is not a picture but an exclamation mark before a span.
    cmark_node* exclamation = cmark_node_new_with_mem(CMARK_NODE_TEXT, cmark_node_mem(open));
    cmark_node_set_literal(exclamation, "!");
    cmark_node_insert_before(open, exclamation);
  }
  if (cmark_node_set_type(open, CMARK_NODE_HTML_INLINE) == 0) return false;
  become_mark(open, MarkKind::span_open, {});
  cmark_node_set_user_data(open, close);
  cmark_node_set_user_data(close, open);
  cmark_node_unlink(bracket);
  cmark_node_free(bracket);
  return true;
}

/// A reference `[^name]`, at its `^`. cmark gets the closing bracket, which finds no link.
cmark_node* match_note(cmark_parser* parser, cmark_inline_parser* inline_parser, std::string_view content,
                       std::size_t at, cmark_node* last) {
  if (at == 0 || !is_bracket(last, "[")) return nullptr;
  const std::string_view name = note_name(content.substr(at - 1));
  if (name.empty()) return nullptr;
  cmark_node* note = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, parser->mem);
  become_mark(note, MarkKind::note, content.substr(at, name.size() + 1));
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + name.size() + 1));
  return note;
}

cmark_node* match_mark(cmark_syntax_extension*, cmark_parser* parser, cmark_node* parent,
                       unsigned char character, cmark_inline_parser* inline_parser) {
  if (character != '{' && character != '^') return nullptr;
  const cmark_chunk* chunk = cmark_inline_parser_get_chunk(inline_parser);
  const int at = cmark_inline_parser_get_offset(inline_parser);
  const std::string_view content(reinterpret_cast<const char*>(chunk->data),
                                 static_cast<std::size_t>(chunk->len));
  const std::string_view text = content.substr(static_cast<std::size_t>(at));
  cmark_node* last = cmark_node_last_child(parent);
  if (character == '^') return match_note(parser, inline_parser, content, static_cast<std::size_t>(at), last);
  const char before = at > 0 ? content[static_cast<std::size_t>(at) - 1] : '\0';
  Found found = find_mark(text, before, last);
  if (found.size == 0) return nullptr;

  cmark_node* mark = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, parser->mem);
  if (found.kind == MarkKind::span_close && !join_span(last, mark)) found.kind = MarkKind::unopened;
  become_mark(mark, found.kind, text.substr(0, found.size));
  cmark_inline_parser_set_offset(inline_parser, at + static_cast<int>(found.size));
  return mark;
}

}  // namespace

cmark_syntax_extension* make_mark_extension() {
  cmark_syntax_extension* self = cmark_syntax_extension_new("tailorbird-mark");
  cmark_syntax_extension_set_match_inline_func(self, match_mark);
  cmark_llist* characters = nullptr;
  for (const char character : {'{', '^'}) {
    // The library's list has pointers; it uses their value as a character.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    const auto number = reinterpret_cast<void*>(static_cast<std::uintptr_t>(character));
    characters = cmark_llist_append(cmark_get_default_mem_allocator(), characters, number);
  }
  cmark_syntax_extension_set_special_inline_chars(self, characters);
  mark_extension = self;
  return self;
}

bool is_mark(cmark_node* node) {
  return node->type == CMARK_NODE_HTML_INLINE && cmark_node_get_syntax_extension(node) == mark_extension;
}

MarkKind mark_kind(cmark_node* node) { return static_cast<MarkKind>(literal(node).front()); }

std::string_view mark_text(cmark_node* node) { return literal(node).substr(1); }

cmark_node* mark_partner(cmark_node* node) {
  return static_cast<cmark_node*>(cmark_node_get_user_data(node));
}

}  // namespace tailorbird
