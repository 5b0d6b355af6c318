#include "compile/blocks/divs.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/blocks/emptiness.hpp"
#include "compile/blocks/near_fences.hpp"
#include "compile/parse/markdown.hpp"
#include "compile/parts/component_uses.hpp"
#include "text/direction.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view name_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

Mark unreadable_at(const SourceRange& place) {
  Mark mark;
  mark.where = place.start;
  mark.length = place.length;
  mark.readable = false;
  return mark;
}

/// A div directly inside the unclosed `div` that is probably its closing fence with words after it, such as
/// `::: end`. Null when there is none.
cmark_node* closing_fence_with_words(cmark_node* div) {
  for (cmark_node* child = cmark_node_first_child(div); child != nullptr; child = cmark_node_next(child)) {
    if (!is_div(child) || div_state(child) != DivState::open) continue;
    const std::string_view info = div_info(child);
    const std::string_view name = info.substr(0, info.find_first_not_of(name_characters));
    if (name.empty() && !info.starts_with('{')) return child;
    if (!name.empty() && name != "only" && name != "except" && find_component(name) < 0) return child;
  }
  return nullptr;
}

void report_closing_words(Context& context, cmark_node* fence) {
  const int line = cmark_node_get_start_line(fence);
  const std::string_view text = context.source.line(line);
  const std::size_t at = std::min(text.find(":::"), text.size());
  const SourceRange place = context.source.range(context.source.line_start(line) + at, text.size() - at);
  context.failure("div-unreadable", place.start, place.length,
                  fmt::format("words after a closing `:::`: `{}`", div_info(fence)),
                  "put the words on the next line: the `:::` that closes a block is alone on its line");
}

/// Whether the div is unclosed because an unclosed block of code, which has been reported, contains its
/// fence.
bool ends_in_open_code(const Context& context, cmark_node* div) {
  cmark_node* last = cmark_node_last_child(div);
  const auto& reported = context.diagnostics.all();
  return last != nullptr && cmark_node_get_type(last) == CMARK_NODE_CODE_BLOCK &&
         std::any_of(reported.begin(), reported.end(), [&](const Diagnostic& one) {
           return one.code == "code-unclosed" && one.where.start == place_of_block(context, last);
         });
}

/// Whether the fence has been reported for a div around this one.
bool is_reported(const Context& context, const NearFence& fence) {
  const SourceRange place = context.source.range(fence.offset, fence.length);
  const auto& reported = context.diagnostics.all();
  return std::any_of(reported.begin(), reported.end(),
                     [&](const Diagnostic& one) { return one.where.start == place.start; });
}

/// Reports an unclosed div, at a misspelt closing fence if there is one. Each misspelt fence is a cause of
/// its own; an unclosed div inside another one is usually a consequence.
void report_unclosed(Context& context, cmark_node* div, const SourceRange& place) {
  if (ends_in_open_code(context, div)) {
    context.program.failed = true;
    return;
  }
  const bool is_first = !context.looked_for_fence;
  context.looked_for_fence = true;
  const int first = cmark_node_get_start_line(div) + 1;
  const auto fence = near_closing_fence(context, first, cmark_node_get_end_line(div));
  if (fence && !is_reported(context, *fence))
    return report_near_fence(context, is_first ? "div-unclosed" : "div-fence-misplaced", *fence);
  context.failure("div-unclosed", place.start, place.length, "this block has no closing `:::`");
}

/// Reports what is wrong with a fence, whatever its mark says. False when the div can be compiled.
bool is_broken(Context& context, cmark_node* div, const SourceRange& place) {
  switch (div_state(div)) {
    case DivState::closed:
      return false;
    case DivState::open:
      if (cmark_node* fence = closing_fence_with_words(div)) {
        report_closing_words(context, fence);
        return true;
      }
      if (div_info(div).ends_with(":::") && div_info(div).find_first_not_of(':') != std::string_view::npos) {
        context.failure("div-unreadable", place.start, place.length,
                        "a block that begins and ends on one line",
                        "put its words, and the `:::` that closes it, on lines of their own");
        return true;
      }
      report_unclosed(context, div, place);
      return false;  // the div extends to the end of its parent, and so does its condition
    case DivState::stray:
      context.failure("div-not-open", place.start, place.length, "a `:::` that closes nothing");
      return true;
    case DivState::too_deep:
      if (!context.too_deep)
        context.failure("nesting-too-deep", place.start, place.length,
                        "too many `:::` blocks inside each other");
      context.too_deep = true;
      return true;
  }
  return true;
}

/// The fix for what is written after `:::`.
std::string meant_info(std::string_view info) {
  const bool is_condition = (info.starts_with("only ") || info.starts_with("except ")) &&
                            info.find('=') != std::string_view::npos &&
                            info.find_first_of("{}") == std::string_view::npos;
  if (is_condition) return fmt::format("write `{{.{}}}`", info);
  return "after `:::` comes one name, or a mark such as `{.only audience=\"…\"}`";
}

Mark read_name(Context& context, std::string_view info, std::size_t at) {
  const std::size_t end = std::min(info.find_first_not_of(name_characters), info.size());
  const SourceRange place = context.source.range(at, info.size());
  const std::string_view rest = trim(info.substr(end));
  if (info.starts_with("\u00a0")) {
    context.problem("div-unreadable", place.start, 1, "an invisible no-break space after the `:::`",
                    "delete it and type an ordinary space");
    return unreadable_at(place);
  }
  if (end == 0 || rest.find_first_not_of(':') != std::string_view::npos) {
    context.problem("div-unreadable", place.start, place.length,
                    fmt::format("`{}` cannot be the name of a block", info), meant_info(info));
    return unreadable_at(place);
  }
  Mark mark;
  const SourceRange word = context.source.range(at, end);
  mark.where = word.start;
  mark.length = word.length;
  mark.classes.push_back({std::string(info.substr(0, end)), word.start, word.length});
  return mark;
}

Mark read_braces(Context& context, std::string_view info, std::size_t at) {
  const std::size_t size = mark_size(info, info.size());
  const SourceRange place = context.source.range(at, size == 0 ? info.size() : size);
  if (size == 0) {
    const UnclosedMark words = unclosed_mark(info);
    context.problem("mark-unclosed", place.start, place.length, std::string(words.message),
                    std::string(words.fix));
    return unreadable_at(place);
  }
  const std::string_view rest = trim(info.substr(size));
  if (rest.find_first_not_of(':') != std::string_view::npos) {
    const std::size_t from = at + info.size() - rest.size();
    const SourceRange words = context.source.range(from, rest.size());
    context.problem("div-unreadable", words.start, words.length,
                    fmt::format("words after the mark: `{}`", rest), "put them on the next line");
    return unreadable_at(place);
  }
  return read_mark(
      info.substr(0, size), [&](std::size_t offset) { return context.source.position(at + offset); },
      context.page.file, context.diagnostics);
}

/// Compiles a div with only a condition or a language.
void compile_plain_div(Context& context, cmark_node* div, const Mark& mark) {
  const MarkMeaning meaning = understand(context, mark, {.about = "a block", .language = true});
  if (!meaning.readable) return;
  if (cmark_node_first_child(div) == nullptr) {
    context.failure("div-empty", mark.where, mark.length, "there is nothing in this block");
    return;
  }
  context.writer.fresh_line();
  const ConditionScope scope(context, meaning, Placement::block);
  const OptionalScope optional(context, meaning.language && blocks_may_be_empty(div));
  if (meaning.language)
    context.writer.literal(fmt::format("<div lang=\"{}\"{}>\n", meaning.language->text,
                                       direction_attribute(meaning.language->text, context.page.language)));
  compile_children(context, div);
  context.writer.fresh_line();
  if (meaning.language) context.writer.literal("</div>\n");
}

}  // namespace

Mark read_fence(Context& context, cmark_node* div) {
  const int line = cmark_node_get_start_line(div);
  const std::string_view text = context.source.line(line);
  const std::size_t begin = context.source.line_start(line);
  const std::size_t fence =
      std::min(text.find(":::", static_cast<std::size_t>(std::max(cmark_node_get_start_column(div) - 1, 0))),
               text.size());
  const std::size_t after = std::min(text.find_first_not_of(':', fence), text.size());
  const std::string_view info = trim(text.substr(after));
  const std::size_t info_at =
      begin + (info.empty() ? after : static_cast<std::size_t>(info.data() - text.data()));
  const SourceRange place = context.source.range(begin + fence, after - fence);
  if (is_broken(context, div, place)) return unreadable_at(place);
  return info.starts_with('{') ? read_braces(context, info, info_at) : read_name(context, info, info_at);
}

const PlacedWord* div_name(const Mark& mark) {
  // The name of a component is the first class; after `.only`, a class is the name of a condition.
  if (mark.classes.empty()) return nullptr;
  const PlacedWord& first = mark.classes.front();
  return first.text == "only" || first.text == "except" ? nullptr : &first;
}

void compile_div(Context& context, cmark_node* div) {
  const Mark mark = read_fence(context, div);
  if (!mark.readable) {
    context.program.failed = true;
    return;
  }
  const PlacedWord* name = div_name(mark);
  if (name == nullptr) return compile_plain_div(context, div, mark);
  if (find_component(name->text) >= 0) return compile_component(context, div, mark);
  report_unknown_div(context, *name);
}

}  // namespace tailorbird
