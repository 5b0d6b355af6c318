// Fenced divs as a block extension of cmark-gfm.
//
// cmark offers a closing fence to the outermost open div first, so each div searches the chain of open blocks
// for a deeper one to which that line belongs. The div that it closes accepts the line and is only marked as
// closed: if it refused, cmark would take the rest of the line for a blank line of the surrounding block, and
// a list would become loose.

#include <algorithm>
#include <cmark-gfm/node.h>
#include <string>
#include <string_view>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "compile/parse/extensions.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

constexpr int deepest_indent = 3;

cmark_node_type div_type = CMARK_NODE_NONE;

DivState state_of(cmark_node* div) {
  return static_cast<DivState>(reinterpret_cast<std::uintptr_t>(cmark_node_get_user_data(div)));
}

/// The library stores one pointer for us; the state fits into it.
void set_state(cmark_node* div, DivState state) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  cmark_node_set_user_data(div, reinterpret_cast<void*>(static_cast<std::uintptr_t>(state)));
}

/// What follows the colons of a fence; nothing when the line is not one.
struct Fence {
  bool found = false;
  std::string_view info;
};

Fence read_fence(cmark_parser* parser, const unsigned char* input, int length) {
  const int begin = cmark_parser_get_first_nonspace(parser);
  const std::string_view line(reinterpret_cast<const char*>(input) + begin,
                              static_cast<std::size_t>(length - begin));
  const std::size_t colons = std::min(line.find_first_not_of(':'), line.size());
  if (colons < 3) return {};
  return {true, trim(line.substr(colons))};
}

cmark_node* open_child(cmark_node* node) {
  cmark_node* child = cmark_node_last_child(node);
  const bool open = child != nullptr && (child->flags & CMARK_NODE__OPEN) != 0;
  return open && !(child->type == div_type && state_of(child) != DivState::open) ? child : nullptr;
}

/// Whether a closing fence, indented by `indent` columns in `div`, closes it rather than belonging to a
/// block inside it.
bool closes(cmark_node* div, int indent) {
  for (cmark_node* node = open_child(div); node != nullptr; node = open_child(node)) {
    if (node->type == div_type) return indent > deepest_indent;
    if (node->type == CMARK_NODE_LIST) continue;
    if (node->type == CMARK_NODE_CODE_BLOCK) return node->as.code.fenced == 0;
    if (node->type != CMARK_NODE_ITEM) return true;
    const int needed = node->as.list.marker_offset + node->as.list.padding;
    if (indent < needed) return true;
    indent -= needed;
  }
  return true;
}

void consume_line(cmark_parser* parser, const unsigned char* input, int length) {
  int end = length;
  while (end > 0 && (input[end - 1] == '\n' || input[end - 1] == '\r')) --end;
  cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input),
                              end - cmark_parser_get_offset(parser), 0);
}

int match_div(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int length,
              cmark_node* div) {
  if (state_of(div) != DivState::open) {
    // Its fence does not count as a blank line, which would loosen the list around it.
    div->flags = static_cast<std::uint16_t>(div->flags & ~CMARK_NODE__LAST_LINE_BLANK);
    return 0;
  }
  const int indent = cmark_parser_get_indent(parser);
  if (indent > deepest_indent) return 1;
  const Fence fence = read_fence(parser, input, length);
  if (!fence.found || !fence.info.empty() || !closes(div, indent)) return 1;
  set_state(div, DivState::closed);
  consume_line(parser, input, length);
  return 1;
}

/// Each div costs time on every line inside it.
bool is_too_deep(cmark_node* parent) {
  int depth = 0;
  for (cmark_node* node = parent; node != nullptr; node = cmark_node_parent(node))
    depth += node->type == div_type ? 1 : 0;
  return depth >= deepest_div;
}

cmark_node* open_div(cmark_syntax_extension* self, int indented, cmark_parser* parser, cmark_node* parent,
                     unsigned char* input, int length) {
  if (indented != 0 || parent->type == CMARK_NODE_CODE_BLOCK) return nullptr;
  const Fence fence = read_fence(parser, input, length);
  if (!fence.found) return nullptr;
  const bool too_deep = is_too_deep(parent);
  cmark_node* div =
      cmark_parser_add_child(parser, parent, div_type, cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(div, self);
  cmark_node_set_string_content(div, std::string(fence.info).c_str());
  set_state(div, too_deep ? DivState::too_deep : fence.info.empty() ? DivState::stray : DivState::open);
  consume_line(parser, input, length);
  return div;
}

int can_contain(cmark_syntax_extension*, cmark_node*, cmark_node_type child) {
  const bool block = (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
  const ExtensionTypes& types = extension_types();
  return block && child != CMARK_NODE_ITEM && child != types.table_row && child != types.table_cell ? 1 : 0;
}

const char* type_string(cmark_syntax_extension*, cmark_node*) { return "div"; }

}  // namespace

cmark_syntax_extension* make_div_extension() {
  cmark_syntax_extension* self = cmark_syntax_extension_new("tailorbird-div");
  cmark_syntax_extension_set_open_block_func(self, open_div);
  cmark_syntax_extension_set_match_block_func(self, match_div);
  cmark_syntax_extension_set_can_contain_func(self, can_contain);
  cmark_syntax_extension_set_get_type_string_func(self, type_string);
  div_type = cmark_syntax_extension_add_node(0);
  return self;
}

bool is_div(cmark_node* node) { return node->type == div_type; }

std::string_view div_info(cmark_node* node) {
  const char* info = cmark_node_get_string_content(node);
  return info == nullptr ? std::string_view() : std::string_view(info);
}

DivState div_state(cmark_node* node) { return state_of(node); }

}  // namespace tailorbird
