#include "compile/parse/markdown.hpp"

#include <algorithm>
#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cstring>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/strings.hpp"
#include "compile/parse/extensions.hpp"
#include "compile/parse/parse_memory.hpp"
#include "compile/parse/special_characters.hpp"

namespace tailorbird {
namespace {

/// cmark-gfm's headers do not name the node types of extensions: they are found by parsing a small document
/// that has one of each.
void learn_types(ExtensionTypes& types, cmark_node* root) {
  cmark_iter* iterator = cmark_iter_new(root);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator);
    const std::string_view name = cmark_node_get_type_string(node);
    if (name == "div") types.div = cmark_node_get_type(node);
    if (name == "table") types.table = cmark_node_get_type(node);
    if (name == "table_header" || name == "table_row") types.table_row = cmark_node_get_type(node);
    if (name == "table_cell") types.table_cell = cmark_node_get_type(node);
    if (name == "strikethrough") types.strikethrough = cmark_node_get_type(node);
    if (name == "note") types.note = cmark_node_get_type(node);
    if (name == "label") types.label = cmark_node_get_type(node);
  }
  cmark_iter_free(iterator);
}

struct Extensions {
  std::array<cmark_syntax_extension*, 7> all{};
  ExtensionTypes types{};

  Extensions() {
    cmark_gfm_core_extensions_ensure_registered();
    // Ours come first, because a table would take a fence for one more row.
    all = {make_div_extension(),
           make_definition_extension(),
           make_mark_extension(),
           cmark_find_syntax_extension("table"),
           cmark_find_syntax_extension("strikethrough"),
           cmark_find_syntax_extension("autolink"),
           cmark_find_syntax_extension("tasklist")};
  }
};

Extensions& extensions() {
  static Extensions once;
  return once;
}

/// The labels that cmark read itself: all but those with a stand-in for their address.
std::vector<std::string> labels_of_cmark(const cmark_map& map) {
  std::vector<std::string> labels;
  for (const cmark_map_entry* entry = map.refs; entry != nullptr; entry = entry->next) {
    const cmark_chunk& url = reinterpret_cast<const cmark_reference*>(entry)->url;
    if (url.len == 0 || static_cast<char>(url.data[0]) != label_stand_in)
      labels.emplace_back(reinterpret_cast<const char*>(entry->label));
  }
  return labels;
}

/// `labels`: see labels_over_lines.
cmark_node* parse(std::string_view text, cmark_mem* memory, std::vector<std::string>& labels) {
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);
  for (cmark_syntax_extension* one : extensions().all) cmark_parser_attach_syntax_extension(parser, one);
  begin_definitions(text);
  cmark_parser_feed(parser, text.data(), text.size());
  // The end of the last line ends its paragraph too, so that all labels are in the map.
  const bool whole_line = text.empty() || text.back() == '\n' || text.back() == '\r';
  if (!whole_line) cmark_parser_feed(parser, "\n", 1);
  if (parser->current->type == CMARK_NODE_PARAGRAPH) cmark_parser_feed(parser, "\n", 1);
  begin_definitions({});
  labels = labels_of_cmark(*parser->refmap);
  cmark_node* root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

/// The text before or after `mark`, when it has the bracket there: `[` at its end, `]` at its beginning.
bool has_bracket(cmark_node* text, bool before) {
  if (text == nullptr || text->type != CMARK_NODE_TEXT) return false;
  return before ? literal(text).ends_with('[') : literal(text).starts_with(']');
}

void remove_bracket(cmark_node* text, bool before) {
  const std::string_view all = literal(text);
  const std::string_view rest = before ? all.substr(0, all.size() - 1) : all.substr(1);
  if (rest.empty()) {
    cmark_node_unlink(text);
    cmark_node_free(text);
  } else {
    cmark_node_set_literal(text, std::string(rest).c_str());
  }
}

/// Takes the brackets of `[^name]` out of the tree. Where cmark made something else of them, as in
/// `[^name](address)`, the name becomes words again.
void take_brackets_of_notes(cmark_node* root) {
  std::vector<cmark_node*> notes;
  cmark_iter* iterator = cmark_iter_new(root);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (is_mark(node) && mark_kind(node) == MarkKind::note) notes.push_back(node);
  }
  cmark_iter_free(iterator);
  for (cmark_node* note : notes) {
    cmark_node* before = cmark_node_previous(note);
    cmark_node* after = cmark_node_next(note);
    if (has_bracket(before, true) && has_bracket(after, false)) {
      remove_bracket(before, true);
      remove_bracket(after, false);
    } else {
      const std::string words(mark_text(note));
      cmark_node_set_syntax_extension(note, nullptr);
      if (cmark_node_set_type(note, CMARK_NODE_TEXT) != 0) cmark_node_set_literal(note, words.c_str());
    }
  }
}

bool ends_blank(cmark_node* node) {
  for (; node != nullptr; node = cmark_node_last_child(node)) {
    if ((node->flags & CMARK_NODE__LAST_LINE_BLANK) != 0) return true;
    if (node->type != CMARK_NODE_LIST && node->type != CMARK_NODE_ITEM) return false;
  }
  return false;
}

cmark_node* next_but_labels(cmark_node* node) {
  do node = cmark_node_next(node);
  while (node != nullptr && is_label_definition(node));
  return node;
}

/// As cmark decides it, had the labels not been there.
bool is_tight(cmark_node* list) {
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
    const bool more = cmark_node_next(item) != nullptr;
    if (more && ends_blank(item)) return false;
    for (cmark_node* block = cmark_node_first_child(item); block != nullptr; block = next_but_labels(block)) {
      if ((more || next_but_labels(block) != nullptr) && ends_blank(block)) return false;
    }
  }
  return true;
}

/// Lists that are loose only because a label ends one of their items become tight.
void tighten_lists(cmark_node* root) {
  std::unordered_set<cmark_node*> lists;
  cmark_iter* iterator = cmark_iter_new(root);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (!is_label_definition(node)) continue;
    cmark_node* list = cmark_node_parent(cmark_node_parent(node));
    if (list != nullptr && list->type == CMARK_NODE_LIST) lists.insert(list);
  }
  cmark_iter_free(iterator);
  for (cmark_node* list : lists) {
    if (is_tight(list)) cmark_node_set_list_tight(list, 1);
  }
}

/// Whether a node is a comment that is a block of its own.
bool is_comment(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) return false;
  const std::string_view html = trim(literal(node));
  return html.starts_with("<!--") && html.size() >= 7 && html.find("-->", 4) == html.size() - 3;
}

/// Removes comments, which authors write for each other, before anything else reads the tree.
void remove_comments(cmark_node* root) {
  std::vector<cmark_node*> comments;
  cmark_iter* iterator = cmark_iter_new(root);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (is_comment(node)) comments.push_back(node);
  }
  cmark_iter_free(iterator);
  std::sort(comments.begin(), comments.end());
  comments.erase(std::unique(comments.begin(), comments.end()), comments.end());
  for (cmark_node* comment : comments) {
    cmark_node_unlink(comment);
    if (frees_nodes()) cmark_node_free(comment);
  }
}

/// "[ ] to do" → ' '; 0 when the item does not begin with a box that cmark-gfm left as it was.
char unread_box(cmark_node* item) {
  if (cmark_node_get_type(item) != CMARK_NODE_ITEM || is_task_item(item)) return 0;
  cmark_node* paragraph = cmark_node_first_child(item);
  if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return 0;
  cmark_node* text = cmark_node_first_child(paragraph);
  if (text == nullptr || cmark_node_get_type(text) != CMARK_NODE_TEXT) return 0;
  const std::string_view words = literal(text);
  const bool is_box = words.size() > 4 && words[0] == '[' && words.substr(2, 2) == "] " &&
                      (words[1] == ' ' || words[1] == 'x' || words[1] == 'X');
  return is_box ? words[1] : '\0';
}

/// Whether the line has a backslash, which means that no box is meant.
bool is_escaped(const std::vector<std::string_view>& lines, cmark_node* item) {
  const auto line = static_cast<std::size_t>(cmark_node_get_start_line(cmark_node_first_child(item)));
  return line == 0 || line > lines.size() || lines[line - 1].find("\\[") != std::string_view::npos;
}

/// cmark-gfm 0.29 reads the boxes of items only if nothing precedes the list on its lines, so not in a quote.
void read_boxes_in_quotes(cmark_node* root, std::string_view source) {
  const std::vector<std::string_view> lines = split(source, '\n');
  cmark_syntax_extension* const tasks = cmark_find_syntax_extension("tasklist");
  cmark_iter* iterator = cmark_iter_new(root);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    cmark_node* item = cmark_iter_get_node(iterator);
    const char box = unread_box(item);
    if (box == 0 || is_escaped(lines, item)) continue;
    cmark_node* text = cmark_node_first_child(cmark_node_first_child(item));
    cmark_node_set_literal(text, std::string(literal(text).substr(4)).c_str());
    cmark_node_set_syntax_extension(item, tasks);
    cmark_gfm_extensions_set_tasklist_item_checked(item, box != ' ');
  }
  cmark_iter_free(iterator);
}

/// Whether there may be such boxes.
bool may_have_quoted_boxes(std::string_view text) {
  const auto has = [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
  return has(">") && (has("[ ] ") || has("[x] ") || has("[X] "));
}

/// Also fills cmark's table of special characters (special_characters.hpp). Other threads wait for the first.
void learn_types_once() {
  static const bool learnt = [] {
    std::vector<std::string> labels;
    cmark_node* root = parse("::: x\n:::\n\n[^x]: x\n\n[x]: x\n\n|a|\n|-|\n|~~b~~|\n",
                             cmark_get_default_mem_allocator(), labels);
    learn_types(extensions().types, root);
    cmark_node_free(root);
    return true;
  }();
  static_cast<void>(learnt);
}

/// Held while a tree is alive, where parses must not overlap.
std::unique_lock<std::mutex> lock_for_tree() {
  static std::mutex lock;
  learn_types_once();
  return special_characters_stay() ? std::unique_lock<std::mutex>() : std::unique_lock(lock);
}

}  // namespace

const ExtensionTypes& extension_types() { return extensions().types; }

bool is_task_item(cmark_node* item) {
  return cmark_node_get_type(item) == CMARK_NODE_ITEM &&
         std::strcmp(cmark_node_get_type_string(item), "tasklist") == 0;
}

std::string_view literal(cmark_node* node) {
  const cmark_chunk& chunk = node->as.literal;
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

MarkdownTree::MarkdownTree(std::string_view text) : lock_(lock_for_tree()) {
  root_ = parse(text, parse_memory(), labels_over_lines_);
  if (text.find("<!--") != std::string_view::npos) remove_comments(root_);
  if (text.find("[^") != std::string_view::npos) take_brackets_of_notes(root_);
  if (may_have_quoted_boxes(text)) read_boxes_in_quotes(root_, text);
  if (text.find("]:") != std::string_view::npos) tighten_lists(root_);
}

MarkdownTree::~MarkdownTree() {
  if (frees_nodes()) cmark_node_free(root_);
  forget_parse_memory();
}

}  // namespace tailorbird
