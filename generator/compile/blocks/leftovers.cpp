#include "compile/blocks/leftovers.hpp"

#include <algorithm>
#include <cctype>
#include <cmark-gfm/node.h>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "base/strings.hpp"
#include "compile/blocks/lone_signs.hpp"
#include "compile/blocks/source_lines.hpp"
#include "compile/parse/markdown.hpp"
#include "text/invisible.hpp"
#include "text/leftover_markup.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Whether the author wants to show the sign at `at` itself: it is in inline code, or in an address, which
/// also takes in a mark that follows without a space; or there is a backslash before it or before the bracket
/// of the words that a mark would apply to. Other programs write backslashes too, so a condition is reported
/// in spite of them.
bool is_escaped(std::string_view source, std::size_t at, const Leftover& leftover) {
  const std::size_t line =
      at == 0 || source.rfind('\n', at - 1) == std::string_view::npos ? 0 : source.rfind('\n', at - 1) + 1;
  const std::string_view before = source.substr(line, at - line);
  if (std::count(before.begin(), before.end(), '`') % 2 == 1) return true;
  if (before.substr(before.find_last_of(" \t") + 1).find("://") != std::string_view::npos) return true;
  if (leftover.kind == LeftoverKind::condition) return false;
  if (at > 0 && source[at - 1] == '\\') return true;
  const bool closes_words = source[at] == ']' || (at > 0 && source[at - 1] == ']');
  if (!closes_words) return false;
  const std::size_t open = source.rfind('[', at);
  return open != std::string_view::npos && open > 0 && source[open - 1] == '\\';
}

/// Whether the author escaped `needle`, with backslashes or entities, so that the source differs from what is
/// shown. Pasted HTML has entities too, but contains closing tags.
bool is_meant(std::string_view lines, std::string_view needle, const Leftover& leftover) {
  if (leftover.kind == LeftoverKind::condition) return false;
  std::string plain;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool escapes = lines[at] == '\\' && at + 1 < lines.size() &&
                         std::ispunct(static_cast<unsigned char>(lines[at + 1])) != 0;
    if (!escapes) plain += lines[at];
  }
  if (plain.find(needle) != std::string::npos) return true;
  const bool is_tag = needle.starts_with('<') && lines.find("&lt;/") == std::string_view::npos;
  const bool is_brace = needle.starts_with('{') && lines.find("&#123;") != std::string_view::npos;
  return is_tag || is_brace;
}

/// The first place of `excerpt` in the block's source where it is not escaped; nothing when it always is.
std::optional<SourceRange> place_of(const Context& context, cmark_node* block, std::string_view excerpt,
                                    const Leftover& leftover) {
  const SourceLines lines = lines_of(context, block);
  const std::string_view source = context.source.text().substr(0, lines.end);
  const std::string_view needle = excerpt.substr(0, excerpt.find('\n'));
  std::size_t at = source.find(needle, lines.begin);
  if (at == std::string_view::npos) {  // written otherwise than shown
    if (is_meant(source.substr(lines.begin), needle, leftover)) return std::nullopt;
    return context.source.range(lines.begin, 0);
  }
  for (; at != std::string_view::npos; at = source.find(needle, at + 1)) {
    if (!is_escaped(source, at, leftover)) return context.source.range(at, needle.size());
  }
  return std::nullopt;
}

/// The place of an unpaired delimiter, found by the word around it, since others of its kind make pairs;
/// nothing when it is escaped.
std::optional<SourceRange> place_of_lone(const Context& context, cmark_node* block, std::string_view text,
                                         const Leftover& leftover) {
  constexpr std::string_view blanks(" \t\n");
  const std::size_t after = leftover.offset + leftover.length;
  const std::size_t blank = text.substr(0, leftover.offset).find_last_of(blanks);
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view word =
      text.substr(begin, std::min(text.find_first_of(blanks, after), text.size()) - begin);
  const SourceLines lines = lines_of(context, block);
  const std::string_view source = context.source.text().substr(0, lines.end);
  const std::size_t at = source.find(word, lines.begin);
  if (at != std::string_view::npos) {
    const std::size_t sign = at + leftover.offset - begin;
    if (sign > 0 && source[sign - 1] == '\\') return std::nullopt;
    return context.source.range(sign, leftover.length);
  }
  const std::string escaped = fmt::format("\\{}", text[leftover.offset]);
  if (source.find(escaped, lines.begin) != std::string_view::npos) return std::nullopt;
  return context.source.range(lines.begin, 0);  // the word contains other markup
}

/// The place of the sign, found by the words after it among others of its kind; nothing when it is escaped.
std::optional<SourceRange> place_of_sign(const Context& context, cmark_node* block, std::string_view text,
                                         const Leftover& leftover) {
  if (leftover.kind == LeftoverKind::lone_sign) return place_of_lone(context, block, text, leftover);
  constexpr std::size_t telling = 24;
  std::string_view with_words = text.substr(leftover.offset, leftover.length + telling);
  with_words = with_words.substr(0, with_words.find('\n', leftover.length));
  const SourceLines lines = lines_of(context, block);
  const std::size_t at = context.source.text().substr(0, lines.end).find(with_words, lines.begin);
  if (at != std::string_view::npos) {
    if (is_escaped(context.source.text(), at, leftover)) return std::nullopt;
    return context.source.range(at, leftover.length);
  }
  return place_of(context, block, text.substr(leftover.offset, leftover.length), leftover);
}

/// Whether the block is in a div without a closing fence.
bool in_open_div(cmark_node* block) {
  for (cmark_node* node = cmark_node_parent(block); node != nullptr; node = cmark_node_parent(node)) {
    if (is_div(node) && div_state(node) == DivState::open) return true;
  }
  return false;
}

bool is_before_mark(const Context& context, cmark_node* block, std::string_view sign) {
  const SourceLines lines = lines_of(context, block);
  const std::string_view source = context.source.text().substr(lines.begin, lines.end - lines.begin);
  const std::size_t at = source.find(sign);
  return at != std::string_view::npos && trim(source.substr(at + sign.size())).starts_with('{');
}

/// Whether the sign was made by a reference (references.hpp), which is reported there.
bool is_reference(std::string_view text, const Leftover& leftover) {
  std::size_t at = leftover.offset;
  return leftover.kind == LeftoverKind::invisible &&
         is_invisible(static_cast<unsigned>(next_code_point(text, at)));
}

void report(Context& context, cmark_node* block, std::string_view text, const Leftover& leftover) {
  if (is_reference(text, leftover)) return;
  const auto place = place_of_sign(context, block, text, leftover);
  if (!place) return;
  const std::string_view sign = text.substr(leftover.offset, leftover.length);
  const std::string message = leftover_message(sign, leftover);
  if (leftover.is_ours()) {
    const bool ends = sign == ":::" && trim(text.substr(leftover.offset)) == sign;
    const bool is_fence =
        (ends && in_open_div(block)) || (sign == ":::" && is_before_mark(context, block, sign));
    if (is_fence) return;  // reported by near_fences.hpp
    context.failure(
        "markup-unread", place->start, place->length, message,
        ends ? "remove it: no block is open here that it could close" : std::string(leftover.fix));
  } else {
    context.problem("markup-left-over", place->start, place->length, message, std::string(leftover.fix));
  }
}

/// The words of a block as readers see them. Code and variables become one letter each.
std::string shown_text(cmark_node* block) {
  std::string text;
  cmark_iter* iterator = cmark_iter_new(block);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iterator);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT) text += literal(node);
    if (type == CMARK_NODE_CODE || (is_mark(node) && mark_kind(node) == MarkKind::shortcode)) text += 'x';
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += '\n';
  }
  cmark_iter_free(iterator);
  return text;
}

void check_words(Context& context, cmark_node* block, const std::string& text, LoneSigns& lone) {
  lone.add_text(text);
  const auto leftover = find_leftover(text, TextPlace::block);
  if (!leftover) return;
  if (leftover->kind == LeftoverKind::lone_sign) return lone.add({block, text, *leftover});
  report(context, block, text, *leftover);
}

/// Reports "[!NOTE]" at the beginning of a paragraph that is not quoted. `text`: the paragraph's.
void check_unquoted_callout(Context& context, cmark_node* paragraph, const std::string& text) {
  cmark_node* around = cmark_node_parent(paragraph);
  if (around != nullptr && cmark_node_get_type(around) == CMARK_NODE_BLOCK_QUOTE) return;
  const std::size_t end = text.starts_with("[!") ? text.find_first_of("] \n", 2) : std::string::npos;
  if (end == std::string::npos || end == 2 || text[end] != ']') return;
  const SourceLines lines = lines_of(context, paragraph);
  const std::string_view source = context.source.text().substr(0, lines.end);
  const std::size_t at = source.find(text.substr(0, end + 1), lines.begin);
  if (at == std::string_view::npos) return;  // written with a backslash
  const SourceRange place = context.source.range(at, end + 1);
  context.problem("markup-left-over", place.start, place.length,
                  fmt::format("`{}` is left in the text: a callout without its `>`", text.substr(0, end + 1)),
                  "begin this line with `> `, and each that belongs to the callout");
}

// --- Headings made by a line of hyphens ---

/// The line of hyphens or equals signs below the words of a heading; number 0 when there is none.
struct Underline {
  int line = 0;
  std::string_view signs;
};

Underline underline_of(const Context& context, cmark_node* heading) {
  int last = cmark_node_get_end_line(heading);
  while (last > cmark_node_get_start_line(heading) && trim(context.source.line(last)).empty()) --last;
  if (last <= cmark_node_get_start_line(heading)) return {};
  const std::string_view signs = trim(context.source.line(last));
  if (signs.empty() || signs.find_first_not_of("-=") != std::string_view::npos) return {};
  return {last, signs};
}

void check_underlined(Context& context, cmark_node* heading) {
  if (!is_underlined_prose(context, heading)) return;
  const Underline underline = underline_of(context, heading);
  const SourceRange place = context.source.range(context.source.line_start(underline.line),
                                                 context.source.line(underline.line).size());
  context.problem("markup-left-over", place.start, place.length,
                  fmt::format("`{}` right below a paragraph makes a heading of it", underline.signs),
                  "leave an empty line above it");
}

/// Reports a table with an empty header: screen readers say the header of the column before each cell.
void check_table_header(Context& context, cmark_node* table) {
  cmark_node* header = cmark_node_first_child(table);
  if (header == nullptr || !trim(shown_text(header)).empty()) return;
  const std::size_t begin = lines_of(context, table).begin;
  context.problem("table-without-header", context.source.position(begin), 0,
                  "the first row of this table, which says what the columns are, is empty");
}

bool is_row_of_dashes(cmark_node* row) {
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
    const std::string text = shown_text(cell);
    if (text.find("---") == std::string::npos || text.find_first_not_of("-: ") != std::string::npos)
      return false;
  }
  return true;
}

void check_table_rows(Context& context, cmark_node* table) {
  cmark_node* const header = cmark_node_first_child(table);
  const std::size_t begin = lines_of(context, table).begin;
  cmark_node* const before = cmark_node_previous(table);
  const bool is_cut = before != nullptr && cmark_node_get_start_line(before) == 0;  // see lines_of
  if (header != nullptr && cmark_node_next(header) == nullptr && !is_cut) {
    context.problem("box-empty", context.source.position(begin), 0, "this table has no rows",
                    "write them below the line of dashes");
  }
  for (cmark_node* row = header; row != nullptr; row = cmark_node_next(row)) {
    if (!is_row_of_dashes(row)) continue;
    const SourceLines lines = lines_of(context, row);
    const SourceRange place = context.source.range(lines.begin, lines.end - lines.begin);
    context.problem("markup-left-over", place.start, place.length, "a second line of dashes in a table",
                    "take it out: one line of dashes, below the first row, makes the table");
  }
}

// --- Code ---

std::string_view code_of(cmark_node* block) {
  const char* code = cmark_node_get_literal(block);
  return code == nullptr ? std::string_view{} : std::string_view(code);
}

/// The condition, mark or shortcode of ours in a block of code; nothing when there is none.
std::optional<Leftover> ours_in(std::string_view code) {
  const auto found = find_leftover(code, TextPlace::block);
  return found && found->is_ours() ? found : std::nullopt;
}

bool is_closing_fence(std::string_view line, const cmark_code& code) {
  const std::size_t at = line.find(std::string(code.fence_length, code.fence_char));
  return at != std::string_view::npos && line.find_first_not_of(" \t>", 0) == at &&
         trim(line.substr(at)).find_first_not_of(code.fence_char) == std::string_view::npos;
}

void check_fenced_code(Context& context, cmark_node* block) {
  const int first = std::max(cmark_node_get_start_line(block), 1);
  const int last = cmark_node_get_end_line(block);
  if (last > first && is_closing_fence(context.source.line(last), block->as.code)) return;
  const std::string_view line = context.source.line(first);
  const std::size_t indent = std::min(line.find(block->as.code.fence_char), line.size());
  const SourceRange place =
      context.source.range(context.source.line_start(first) + indent, block->as.code.fence_length);
  const bool swallows = ours_in(code_of(block)).has_value();
  const std::string message = swallows ? "this block of code has no end, and conditions are read as code"
                                       : "this block of code has no end: all that follows is shown as code";
  if (swallows) {
    context.failure("code-unclosed", place.start, place.length, message);
  } else {
    context.problem("code-unclosed", place.start, place.length, message);
  }
}

/// Whether lines that are indented by four spaces are more likely a paragraph or a list than code.
bool is_prose(std::string_view code) {
  constexpr std::size_t least_words = 4;
  const std::string_view line = trim(code.substr(0, code.find('\n')));
  const bool is_item = line.starts_with("- ") || line.starts_with("* ");
  const bool ends = line.ends_with('.') || line.ends_with('?') || line.ends_with('!') || line.ends_with(':');
  const bool plain = line.find_first_of("{}();=<>$|\\") == std::string_view::npos;
  return plain && words(line).size() >= least_words && (is_item || ends);
}

void check_indented(Context& context, cmark_node* block) {
  const std::string_view code = code_of(block);
  if (code.find(":::") != std::string_view::npos) return;  // reported by check_indented_code
  if (const auto ours = ours_in(code)) return report(context, block, code, *ours);
  if (!is_prose(code)) return;
  const int line = std::max(cmark_node_get_start_line(block), 1);
  const std::string_view text = context.source.line(line);
  const std::size_t indent = std::min(text.find_first_not_of(" \t"), text.size());
  const SourceRange place = context.source.range(context.source.line_start(line), indent);
  context.problem("markup-left-over", place.start, place.length,
                  "words indented by four spaces are shown as code",
                  "take the spaces away; code belongs between two lines of ```");
}

void check_code(Context& context, cmark_node* block) {
  if (block->as.code.fenced == 0) return check_indented(context, block);
  check_fenced_code(context, block);
}

}  // namespace

void check_value(Context& context, std::string_view text, Position where, std::uint32_t length) {
  const auto leftover = find_leftover(text, TextPlace::value);
  if (!leftover || is_reference(text, *leftover)) return;
  const std::string message = leftover_message(text.substr(leftover->offset, leftover->length), *leftover);
  if (leftover->is_ours()) {
    context.failure("markup-unread", where, length, message, std::string(leftover->fix));
  } else {
    context.problem("markup-left-over", where, length, message, std::string(leftover->fix));
  }
}

bool is_underlined_prose(const Context& context, cmark_node* heading) {
  constexpr std::size_t longest_title = 80;  // bytes
  if (underline_of(context, heading).line == 0) return false;
  const std::string text = shown_text(heading);
  return text.size() > longest_title || text.find('\n') != std::string::npos || text.ends_with('.') ||
         text.ends_with('!');
}

void check_leftovers(Context& context, cmark_node* root) {
  LoneSigns lone;
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iterator);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_CODE_BLOCK) {
      check_code(context, node);
    } else if (type == extension_types().table) {
      check_table_header(context, node);
      check_table_rows(context, node);
    } else if (type == CMARK_NODE_HEADING || type == CMARK_NODE_PARAGRAPH ||
               type == extension_types().table_cell) {
      const std::string text = shown_text(node);
      check_words(context, node, text, lone);
      check_stars_in_words(context, node);
      if (type == CMARK_NODE_HEADING) check_underlined(context, node);
      if (type == CMARK_NODE_PARAGRAPH) check_unquoted_callout(context, node, text);
      cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);  // it contains no blocks
    }
  }
  cmark_iter_free(iterator);
  for (const LoneSigns::Lone& one : lone.mistakes()) report(context, one.block, one.text, one.leftover);
}

}  // namespace tailorbird
