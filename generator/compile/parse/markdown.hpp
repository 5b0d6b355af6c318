#pragma once
// Parses Markdown to a cmark-gfm tree: GitHub Flavored Markdown with our extensions for fenced divs
// (div_extension.cpp), definitions (definition_extension.cpp) and marks (mark_extension.cpp). The rest of
// compile/ uses only this interface.
//
// Threads can parse in parallel (special_characters.hpp). A tree is created, used and destroyed by one
// thread, which has only one at a time: its memory belongs to the thread (parse_memory.hpp).

#include <cmark-gfm.h>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// How the mark extension classified something in braces.
enum class MarkKind : char {
  span_open = '[',   // the bracket that opens `[words]{…}`; its partner is the span_close
  span_close = ']',  // `{…}` after the closing bracket; its partner is the span_open
  unopened = 'u',    // `{…}` after a closing bracket that nothing opened
  after_link = 'l',  // `{…}` directly after a link or a picture
  trailing =
      't',  // `{…}` after white space or at the beginning: applies to the item, row or heading that it ends
  glued = 'g',          // `{…}` directly after words
  shortcode = 'v',      // `{{< … >}}`
  bad_shortcode = 'b',  // `{{ … }}`
  note = 'n',           // `^name` of `[^name]`; the brackets are no longer in the tree
  unclosed = 'x',       // `{.…` without an end
};

/// A mark is a node of cmark's type HTML_INLINE, the only one allowed everywhere, with our extension.
bool is_mark(cmark_node* node);
MarkKind mark_kind(cmark_node* node);
/// The mark as written; empty for span_open.
std::string_view mark_text(cmark_node* node);
/// The other end of a span, or null.
cmark_node* mark_partner(cmark_node* node);

/// A fenced div.
bool is_div(cmark_node* node);
/// The text after the colons of the opening fence, trimmed.
std::string_view div_info(cmark_node* node);
enum class DivState : char { open, closed, stray, too_deep };
/// open: the end of the page or of a list item or quote came before `:::`. stray: a `:::` that closes
/// nothing. too_deep: an opening fence nested in more divs than are allowed.
DivState div_state(cmark_node* node);

/// A definition `[^name]: …`, which holds the note's blocks; and its name as written.
bool is_note_definition(cmark_node* node);
std::string_view note_definition_name(cmark_node* node);
/// The name of a note when `text` begins with `[^name]`, else empty.
std::string_view note_name(std::string_view text);

/// A definition `[label]: address "title"`.
bool is_label_definition(cmark_node* node);
struct LabelDefinitionText {
  std::string_view label;  // case folded, white space collapsed
  std::string_view address;
  std::string_view title;  // empty: none
};
LabelDefinitionText label_definition(cmark_node* node);
/// The first character of a link's address that stands for a label.
inline constexpr char label_stand_in = '\x01';
/// The label that a link's address stands for, or empty.
std::string_view label_of(std::string_view address);
/// Node types that extensions add; valid after the first parse.
struct ExtensionTypes {
  cmark_node_type div;
  cmark_node_type table;
  cmark_node_type table_row;
  cmark_node_type table_cell;
  cmark_node_type strikethrough;
  cmark_node_type note;
  cmark_node_type label;
};
const ExtensionTypes& extension_types();

bool is_task_item(cmark_node* item);

/// Bytes of a node's text; empty when it has none.
std::string_view literal(cmark_node* node);

class MarkdownTree {
 public:
  explicit MarkdownTree(std::string_view text);
  ~MarkdownTree();
  MarkdownTree(const MarkdownTree&) = delete;
  MarkdownTree& operator=(const MarkdownTree&) = delete;

  cmark_node* root() const { return root_; }
  /// Labels with a definition over several lines, which only cmark reads, so that its place is unknown. Case
  /// folded.
  const std::vector<std::string>& labels_over_lines() const { return labels_over_lines_; }

 private:
  std::unique_lock<std::mutex> lock_;
  cmark_node* root_ = nullptr;
  std::vector<std::string> labels_over_lines_;
};

}  // namespace tailorbird
