#include "compile/blocks/blocks.hpp"

#include <cmark-gfm/node.h>
#include <fmt/format.h>
#include <memory>

#include "base/strings.hpp"
#include "compile/blocks/emptiness.hpp"
#include "compile/blocks/html_tags.hpp"
#include "compile/blocks/inlines.hpp"
#include "compile/blocks/labels.hpp"
#include "compile/blocks/node_table.hpp"
#include "compile/blocks/notes.hpp"
#include "compile/blocks/shortcodes.hpp"
#include "compile/blocks/text_checks.hpp"
#include "compile/parse/markdown.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Whether the paragraph is in a tight list, where it is written without `<p>`.
bool is_tight(cmark_node* paragraph) {
  cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

void compile_paragraph(Context& context, cmark_node* paragraph) {
  move_to(context, paragraph);
  if (!marks_are_sound(context, paragraph)) return;
  if (is_include(paragraph)) return compile_include(context, paragraph);
  const bool tight = is_tight(paragraph);
  if (!tight) context.writer.fresh_line();
  const OptionalScope optional(context, words_may_be_empty(paragraph));
  if (!tight) context.writer.literal("<p>");
  compile_inlines(context, paragraph);
  if (!tight) context.writer.literal("</p>\n");
}

void compile_code_block(Context& context, cmark_node* block) {
  const char* info = cmark_node_get_fence_info(block);
  const std::string_view language = info == nullptr ? std::string_view() : std::string_view(info);
  if (language.find('{') != std::string_view::npos) {
    const Position at = place_of_block(context, block);
    context.failure("mark-misplaced", at, 0, "a mark, `{…}`, on a block of code",
                    "put the code between `::: {…}` and `:::`");
    return;
  }
  if (block->as.code.fenced == 0 && !check_indented_code(context, block)) return;
  context.writer.fresh_line();
  context.writer.literal("<pre><code");
  if (!language.empty()) {
    const std::string_view name = language.substr(0, language.find_first_of(" \t\n\r\f\v"));
    context.writer.attribute("class", "language-" + std::string(name));
  }
  context.writer.literal(">");
  if (const char* code = cmark_node_get_literal(block)) context.writer.text(code);
  context.writer.literal("</code></pre>\n");
}

void compile_thematic_break(Context& context, cmark_node*) {
  context.writer.fresh_line();
  context.writer.literal("<hr />\n");
}

void compile_html_block(Context& context, cmark_node* block) {
  if (closes_reported_element(block)) return;
  const char* html = cmark_node_get_literal(block);
  const std::string_view first = html == nullptr ? std::string_view() : trim(html);
  const std::string_view line = trim(first.substr(0, first.find('\n')));
  if (first.starts_with("<!--") && first.find("-->") == std::string_view::npos) {
    context.problem("raw-html", place_of_block(context, block), static_cast<std::uint32_t>(code_points(line)),
                    "a comment without its end: all that follows is part of it", "end it with `-->`");
    return;
  }
  context.problem("raw-html", place_of_block(context, block), static_cast<std::uint32_t>(code_points(line)),
                  fmt::format("HTML in the text, `{}`", line));
}

/// Headings are not in the table, because the mark of a heading may apply to the blocks after it: see
/// compile_blocks.
void compile_block(Context& context, cmark_node* block) {
  static const NodeTable table = {
      {CMARK_NODE_PARAGRAPH, compile_paragraph},
      {CMARK_NODE_BLOCK_QUOTE, compile_quote},
      {CMARK_NODE_LIST, compile_list},
      {CMARK_NODE_CODE_BLOCK, compile_code_block},
      {CMARK_NODE_HTML_BLOCK, compile_html_block},
      {CMARK_NODE_THEMATIC_BREAK, compile_thematic_break},
      {extension_types().table, compile_table},
      {extension_types().div, compile_div},
      {extension_types().note, compile_definition},
      {extension_types().label, compile_definition},
  };
  const NestingGuard guard(context, block);
  if (guard.allowed()) table.compile(context, block);
}

/// The open sections of headings with `.section`. Skips the section of a heading whose mark is unreadable.
class Sections {
 public:
  explicit Sections(Context& context) : context_(context) {}
  ~Sections() { close(1); }
  Sections(const Sections&) = delete;
  Sections& operator=(const Sections&) = delete;

  bool skipping() const { return skip_level_ != 0; }

  void add_heading(cmark_node* heading) {
    const int level = cmark_node_get_heading_level(heading);
    if (level <= skip_level_) skip_level_ = 0;
    if (skipping()) return;
    close(level);
    move_to(context_, heading);
    const MarkMeaning mark = read_heading_mark(context_, heading);
    if (!mark.readable) {
      // The mark may have applied to the whole section.
      skip_level_ = level;
      return;
    }
    if (mark.has_class("section") && mark.condition) {
      open_.push_back({level, std::make_unique<ConditionScope>(context_, mark, Placement::block)});
    }
    compile_heading(context_, heading, mark);
  }

 private:
  struct Open {
    int level;
    std::unique_ptr<ConditionScope> scope;
  };

  /// Closes the sections that end before a heading of `level`.
  void close(int level) {
    while (!open_.empty() && open_.back().level >= level) open_.pop_back();
  }

  Context& context_;
  std::vector<Open> open_;
  int skip_level_ = 0;
};

}  // namespace

void move_to(Context& context, cmark_node* block) {
  context.source.move_to_line(cmark_node_get_start_line(block));
}

Position place_of_block(const Context& context, cmark_node* block) {
  const int line = cmark_node_get_start_line(block);
  const int column = cmark_node_get_start_column(block);
  return context.source.position(context.source.line_start(line) +
                                 static_cast<std::size_t>(column > 0 ? column - 1 : 0));
}

void compile_definition(Context& context, cmark_node* definition) {
  if (is_label_definition(definition)) {
    define_label(context, definition);
  } else if (!is_note_definition(cmark_node_parent(definition))) {  // define_note takes inner ones itself
    define_note(context, definition);
  }
}

std::vector<cmark_node*> children_of(cmark_node* parent) {
  std::vector<cmark_node*> children;
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
    children.push_back(node);
  }
  return children;
}

void compile_blocks(Context& context, std::span<cmark_node* const> blocks) {
  Sections sections(context);
  for (cmark_node* block : blocks) {
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING) {
      sections.add_heading(block);
    } else if (!sections.skipping()) {
      compile_block(context, block);
    }
  }
}

void compile_children(Context& context, cmark_node* parent) { compile_blocks(context, children_of(parent)); }

}  // namespace tailorbird
