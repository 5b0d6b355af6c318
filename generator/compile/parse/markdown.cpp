#include "compile/parse/markdown.hpp"

#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm/node.h>
#include <cstring>
#include <string>

#include "compile/parse/extensions.hpp"
#include "compile/parse/parse_memory.hpp"

namespace tailorbird {
namespace {

/// The types of nodes that an extension makes are not in cmark-gfm's headers by name: a small document
/// that has one of each tells them.
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
  }
  cmark_iter_free(iterator);
}

struct Extensions {
  std::array<cmark_syntax_extension*, 6> all{};
  ExtensionTypes types{};

  Extensions() {
    cmark_gfm_core_extensions_ensure_registered();
    // Ours come first: a table would take a fence for one more row.
    all = {make_div_extension(),
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

cmark_node* parse(std::string_view text, cmark_mem* memory) {
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, memory);
  for (cmark_syntax_extension* one : extensions().all) cmark_parser_attach_syntax_extension(parser, one);
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

std::mutex& parse_lock() {
  static std::mutex lock;
  return lock;
}

/// Called under the lock.
void learn_types_once() {
  static const bool learnt = [] {
    cmark_node* root = parse("::: x\n:::\n\n|a|\n|-|\n|~~b~~|\n", cmark_get_default_mem_allocator());
    learn_types(extensions().types, root);
    cmark_node_free(root);
    return true;
  }();
  static_cast<void>(learnt);
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

MarkdownTree::MarkdownTree(std::string_view text) : lock_(parse_lock()) {
  learn_types_once();
  root_ = parse(text, parse_memory());
}

MarkdownTree::~MarkdownTree() {
  if (frees_nodes()) cmark_node_free(root_);
  forget_parse_memory();
}

}  // namespace tailorbird
