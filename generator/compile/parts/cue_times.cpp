#include "compile/parts/cue_times.hpp"

#include <string>

#include "compile/blocks/blocks.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

/// The size in bytes of the time at the beginning of `text`; 0: none.
std::size_t time_size(std::string_view text) {
  std::size_t at = digits(text, 0);
  if (at == 0 || at > 2) return 0;
  int groups = 0;
  while (at < text.size() && text[at] == ':' && digits(text, at + 1) == 2 && text[at + 1] < '6') {
    at += 3;
    ++groups;
  }
  if (groups == 0 || groups > 2) return 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits(text, at + 1);
    if (fraction == 0 || fraction > 3) return 0;
    at += 1 + fraction;
  }
  return at;
}

}  // namespace

CueTimes read_cue_times(std::string_view text) {
  CueTimes times;
  const std::size_t from = time_size(text);
  if (from == 0) return times;
  std::size_t at = from;
  for (const std::string_view dash : {"-", "–", "—"}) {
    if (!text.substr(at).starts_with(dash)) continue;
    at += dash.size();
    const std::size_t to = time_size(text.substr(at));
    const std::size_t end = at + to;
    const std::size_t words = std::min(text.find_first_not_of(' ', end), text.size());
    if (to == 0 || words == end) return times;
    times.from = text.substr(0, from);
    times.to = text.substr(at, to);
    times.size = words;
    return times;
  }
  return times;
}

bool take_cue_times(Context& context, cmark_node* item, PartSource& source) {
  cmark_node* paragraph = cmark_node_first_child(item);
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  const bool words = text != nullptr && cmark_node_get_type(text) == CMARK_NODE_TEXT;
  const CueTimes times = words ? read_cue_times(literal(text)) : CueTimes{};
  if (times.size == 0) {
    const Position at = place_of_block(context, paragraph == nullptr ? item : paragraph);
    context.problem("cue-time", at, 0, "this text does not begin with its times",
                    "write it as `- 0:04-0:09 …`");
    return false;
  }
  move_to(context, paragraph);
  for (const std::string_view time : {times.from, times.to}) {
    const std::size_t at = context.source.find(time).value_or(context.source.cursor());
    source.extra.emplace_back(time.data() == times.from.data() ? "from" : "to", std::string(time));
    source.extra_places.push_back({context.source.position(at), static_cast<std::uint32_t>(time.size())});
  }
  cmark_node_set_literal(text, std::string(literal(text).substr(times.size)).c_str());
  return true;
}

}  // namespace tailorbird
