// Block quotes, including GitHub alerts (blocks.hpp).

#include <fmt/format.h>
#include <optional>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/blocks/emptiness.hpp"
#include "compile/parse/markdown.hpp"
#include "compile/parts/component_uses.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

const std::vector<std::string>& callout_types() {
  static const std::vector<std::string> types = {"note", "tip", "important", "warning", "caution"};
  return types;
}

/// `[!WORD]` at the beginning of a quote.
struct AlertMark {
  std::string word;
  bool alone = true;  // there is nothing else on its line
  cmark_node* paragraph = nullptr;
  cmark_node* text = nullptr;
};

std::optional<AlertMark> read_alert(cmark_node* quote) {
  AlertMark mark;
  mark.paragraph = cmark_node_first_child(quote);
  if (mark.paragraph == nullptr || cmark_node_get_type(mark.paragraph) != CMARK_NODE_PARAGRAPH)
    return std::nullopt;
  mark.text = cmark_node_first_child(mark.paragraph);
  if (mark.text == nullptr || cmark_node_get_type(mark.text) != CMARK_NODE_TEXT) return std::nullopt;
  const std::string_view text = literal(mark.text);
  const std::size_t end = text.find(']');
  if (!text.starts_with("[!") || end == std::string_view::npos || end == 2) return std::nullopt;
  mark.word = text.substr(2, end - 2);
  cmark_node* next = cmark_node_next(mark.text);
  const bool line_ends = next == nullptr || cmark_node_get_type(next) == CMARK_NODE_SOFTBREAK ||
                         cmark_node_get_type(next) == CMARK_NODE_LINEBREAK;
  mark.alone = line_ends && trim(text.substr(end + 1)).empty();
  return mark;
}

/// Removes the mark and its line end from the tree.
void remove(const AlertMark& mark) {
  if (cmark_node* line_end = cmark_node_next(mark.text)) {
    cmark_node_unlink(line_end);
    cmark_node_free(line_end);
  }
  cmark_node_unlink(mark.text);
  cmark_node_free(mark.text);
  if (cmark_node_first_child(mark.paragraph) != nullptr) return;
  cmark_node_unlink(mark.paragraph);
  cmark_node_free(mark.paragraph);
}

void compile_callout(Context& context, cmark_node* quote, const AlertMark& mark) {
  const std::string type = ascii_lower(mark.word);
  move_to(context, quote);
  const std::string written = "[!" + mark.word + "]";
  const std::size_t at = context.source.find(written).value_or(context.source.cursor());
  const SourceRange place = context.source.range(at, written.size());
  const auto& types = callout_types();
  const bool known = std::find(types.begin(), types.end(), type) != types.end();
  if (!known) {
    const std::string meant = nearest(type, types);
    context.problem("callout-unknown", place.start, place.length, fmt::format("no callout `{}`", written),
                    meant.empty() ? suggestion(type, types) : fmt::format("did you mean `[!{}]`?", meant));
    return;
  }
  if (!mark.alone) {
    context.problem("callout-words", place.start, place.length, "words on the line that begins a callout");
    return;
  }
  remove(mark);
  compile_plain_component(context, "callout", {{"type", type}}, place,
                          [&] { compile_children(context, quote); });
}

/// Reports `[TIP]` or `!TIP` alone on the first line of a quote. False when there is no such line.
bool report_near_alert(Context& context, cmark_node* quote) {
  cmark_node* paragraph = cmark_node_first_child(quote);
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  if (text == nullptr || cmark_node_get_type(text) != CMARK_NODE_TEXT) return false;
  cmark_node* next = cmark_node_next(text);
  if (next != nullptr && cmark_node_get_type(next) != CMARK_NODE_SOFTBREAK) return false;
  const std::string_view written = trim(literal(text));
  const bool in_brackets = written.starts_with('[') && written.ends_with(']');
  if (!in_brackets && !written.starts_with('!')) return false;
  const std::string_view word = written.substr(1, written.size() - (in_brackets ? 2 : 1));
  const auto& types = callout_types();
  if (std::find(types.begin(), types.end(), ascii_lower(word)) == types.end() || ascii_lower(word) == word)
    return false;
  move_to(context, quote);
  const std::size_t at = context.source.find(written).value_or(context.source.cursor());
  const SourceRange place = context.source.range(at, written.size());
  context.problem("callout-unknown", place.start, place.length, fmt::format("no callout `{}`", written),
                  fmt::format("write `[!{}]`", word));
  return true;
}

}  // namespace

void compile_quote(Context& context, cmark_node* quote) {
  if (const std::optional<AlertMark> alert = read_alert(quote))
    return compile_callout(context, quote, *alert);
  if (report_near_alert(context, quote)) return;
  if (cmark_node_first_child(quote) == nullptr) {
    context.problem("box-empty", place_of_block(context, quote), 1, "there are no words in this quote",
                    "write them after the `>`, or remove it");
  }
  context.writer.fresh_line();
  const OptionalScope optional(context, blocks_may_be_empty(quote));
  context.writer.literal("<blockquote>\n");
  compile_children(context, quote);
  context.writer.fresh_line();
  context.writer.literal("</blockquote>\n");
}

}  // namespace tailorbird
