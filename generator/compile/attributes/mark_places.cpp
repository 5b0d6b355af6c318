// Whether marks are in valid places (attribute_meaning.hpp).

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>
#include <string>

#include "base/strings.hpp"
#include "compile/attributes/attribute_meaning.hpp"
#include "compile/blocks/near_fences.hpp"
#include "compile/parse/markdown.hpp"
#include "model/condition_names.hpp"

namespace tailorbird {
namespace {

struct UnsoundMark {
  MarkKind kind;
  std::string_view code;
  std::string_view message;
};

constexpr UnsoundMark unsound_marks[] = {
    {MarkKind::unopened, "span-unopened", "this `]` has no `[` before it"},
    {MarkKind::glued, "mark-misplaced", "a mark, `{…}`, directly after a word"},
    {MarkKind::bad_shortcode, "shortcode-unreadable",
     "double braces that are neither a variable nor an include"},
};

/// Whether both ends of a span are in the same words.
bool is_crossed(cmark_node* open) { return cmark_node_parent(mark_partner(open)) != cmark_node_parent(open); }

/// The mark as it must be written on its own: with `.only` if it only names a condition.
std::string written_mark(const Context& context, cmark_node* mark) {
  constexpr std::size_t longest = 60;  // bytes of a mark that a message repeats
  const std::string text(mark_text(mark));
  if (text.size() > longest || text.find('\n') != std::string::npos) return "{…}";
  const std::vector<std::string> names = condition_names(context.site);
  const bool is_name = std::any_of(names.begin(), names.end(),
                                   [&](const std::string& one) { return text == "{." + one + "}"; });
  return is_name ? "{.only " + text.substr(1) : text;
}

/// Whether the mark stands in a line of its own at the beginning of the paragraph.
bool is_above_words(cmark_node* mark, cmark_node* container) {
  cmark_node* next = cmark_node_next(mark);
  return cmark_node_first_child(container) == mark && next != nullptr &&
         cmark_node_get_type(next) == CMARK_NODE_SOFTBREAK &&
         cmark_node_get_type(container) == CMARK_NODE_PARAGRAPH;
}

/// How a paragraph gets what its mark says: only headings and components have ids.
std::string paragraph_fix(const std::string& written) {
  if (written.starts_with("{#") && written.find(' ') == std::string::npos)
    return fmt::format("an id belongs to a heading: `## … {}`", written);
  return fmt::format("put the paragraph between `::: {0}` and `:::`, or the words between `[` and `]{0}`",
                     written);
}

/// Whether `container` is a cell of a table's first row.
bool is_in_header(cmark_node* container) {
  cmark_node* row = cmark_node_parent(container);
  return row != nullptr && cmark_gfm_extensions_get_table_row_is_header(row) != 0;
}

void report_trailing(Context& context, cmark_node* mark, cmark_node* container) {
  const SourceRange at = place_of_mark(context, mark);
  const bool is_last = cmark_node_next(mark) == nullptr && cmark_node_parent(mark) == container &&
                       cmark_node_get_type(container) == CMARK_NODE_PARAGRAPH;
  if (is_last || is_above_words(mark, container)) {
    context.failure("mark-on-paragraph", at.start, at.length,
                    is_last ? "a mark, `{…}`, at the end of a paragraph" : "a mark, `{…}`, above a paragraph",
                    paragraph_fix(written_mark(context, mark)));
  } else if (is_in_header(container)) {
    context.failure("condition-not-here", at.start, at.length,
                    "the header of a table cannot have a condition");
  } else if (cmark_node_next(mark) == nullptr && cmark_node_parent(mark) == container) {
    context.failure("mark-misplaced", at.start, at.length, "a mark, `{…}`, that does not end its row",
                    "put it at the end of the row's last cell");
  } else {
    context.failure("mark-misplaced", at.start, at.length, "a mark, `{…}`, in the middle of words");
  }
}

/// Reports a fence that was meant in front of the mark, on its line; false when there is none.
bool report_fence_before(Context& context, cmark_node* mark) {
  const std::string_view text = mark_text(mark);
  const std::size_t cursor = context.source.cursor();
  const auto at = context.source.find(text.substr(0, text.find('\n')));
  context.source.set_cursor(cursor);
  if (!at) return false;
  const std::string_view before = context.source.text().substr(0, *at);
  const std::size_t line = before.rfind('\n') + 1;  // npos + 1 is the first line
  auto fence = near_fence_before_mark(before.substr(line));
  if (!fence) return false;
  fence->offset += line;
  report_near_fence(context, "div-fence-misplaced", *fence);
  if (const auto end = near_closing_fence_of(context, *fence))
    report_near_fence(context, "div-fence-misplaced", *end);
  return true;
}

/// "{{contact.oh.name}}": how the variable is written here; empty: nobody can know what was meant.
std::string meant_variable(std::string_view written) {
  const std::size_t begin = std::min(written.find_first_not_of("{< "), written.size());
  const std::size_t end = written.find_last_not_of("}> ") + 1;
  const std::string_view name = written.substr(begin, std::max(begin, end) - begin);
  const bool is_name =
      name.find('.') != std::string_view::npos && !name.ends_with(".md") &&
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos;
  return is_name ? fmt::format("write `{{{{< var {} >}}}}`", name) : std::string{};
}

/// Reports `mark` if its place is invalid.
bool is_sound(Context& context, cmark_node* mark, cmark_node* container) {
  const MarkKind kind = mark_kind(mark);
  const bool is_free = kind == MarkKind::trailing || kind == MarkKind::glued;
  if (is_free && report_fence_before(context, mark)) return false;
  if (kind == MarkKind::trailing) {
    report_trailing(context, mark, container);
    return false;
  }
  if (kind == MarkKind::span_open && is_crossed(mark)) {
    const SourceRange at = place_of_mark(context, mark_partner(mark));
    context.failure(
        "span-crossed", at.start, at.length,
        "brackets that begin inside emphasis or a link and end outside it, or the other way round");
    return false;
  }
  if (kind == MarkKind::unclosed) {
    const SourceRange at = place_of_mark(context, mark);
    const UnclosedMark words = unclosed_mark(mark_text(mark));
    context.failure("mark-unclosed", at.start, at.length, std::string(words.message), std::string(words.fix));
    return false;
  }
  const auto row = std::find_if(std::begin(unsound_marks), std::end(unsound_marks),
                                [&](const auto& one) { return one.kind == kind; });
  if (row == std::end(unsound_marks)) return true;
  const SourceRange at = place_of_mark(context, mark);
  context.failure(row->code, at.start, at.length, std::string(row->message),
                  kind == MarkKind::bad_shortcode ? meant_variable(mark_text(mark)) : std::string{});
  return false;
}

}  // namespace

bool marks_are_sound(Context& context, cmark_node* container) {
  if (!context.has_braces) return true;
  const std::size_t cursor = context.source.cursor();
  bool sound = true;
  cmark_iter* iterator = cmark_iter_new(container);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (is_mark(node) && !is_sound(context, node, container)) sound = false;
  }
  cmark_iter_free(iterator);
  context.source.set_cursor(cursor);
  return sound;
}

}  // namespace tailorbird
