#pragma once
// Compiles blocks: paragraphs, headings, lists, tables, code, quotes, divs. The HTML is the same as that of
// cmark-gfm's own renderer.

#include <cmark-gfm.h>
#include <span>
#include <vector>

#include "compile/attributes/attribute_meaning.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// Writes the children of `parent`.
void compile_children(Context& context, cmark_node* parent);
/// Writes sibling blocks, in order. The condition of a heading with `.section` also covers the blocks after
/// it.
void compile_blocks(Context& context, std::span<cmark_node* const> blocks);

std::vector<cmark_node*> children_of(cmark_node* parent);

// --- Per kind of block; each in the file named after it ---

void compile_list(Context& context, cmark_node* list);
void compile_table(Context& context, cmark_node* table);
void compile_quote(Context& context, cmark_node* quote);
void compile_div(Context& context, cmark_node* div);
/// Records the definition of a note or link label. Writes nothing.
void compile_definition(Context& context, cmark_node* definition);
/// Reads a heading's mark and removes it from the tree.
MarkMeaning read_heading_mark(Context& context, cmark_node* heading);
void compile_heading(Context& context, cmark_node* heading, const MarkMeaning& mark);

/// Reads the mark at the end of a list item's first paragraph and removes it from the tree. Without a mark
/// the result is readable and empty.
MarkMeaning read_item_mark(Context& context, cmark_node* item, const Expected& expected);

/// Moves the cursor of the source to the line on which `block` begins.
void move_to(Context& context, cmark_node* block);
/// The place of the first word of the line on which `block` begins.
Position place_of_block(const Context& context, cmark_node* block);

}  // namespace tailorbird
