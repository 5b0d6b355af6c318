// Headings, ids and the outline of a page (page_tailor.hpp).

#include <algorithm>
#include <fmt/format.h>

#include "base/limits.hpp"
#include "tailor/page_tailor.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {

void PageTailor::begin_heading(ProgramFrame& frame, const Heading& heading, const ReaderSet& space) {
  if (outline_ || is_one_too_many(frame, heading)) return;
  check_order(frame, heading);
  const std::string id = heading_id(heading);
  add_id(id, {frame.program.file, heading.where, 0});
  std::string tag = "<h";
  tag += static_cast<char>('0' + heading.level);
  tag += " id=\"";
  append_html_escaped(tag, spelled_id(id));
  writer_.text.add_markup(tag += '"');
  const auto element = std::find_if(
      frame.elements.rbegin(), frame.elements.rend(),
      [&](const OpenElement& one) { return heading.condition == static_cast<int>(one.condition); });
  if (element != frame.elements.rend()) when_attributes(element->when);
  writer_.text.add_markup(">");
  const Condition open = open_condition(space);
  const std::string code = open.always() ? std::string() : condition_code(edition_.project->site, open);
  close_heading(heading.level, code);
  result_.outline.push_back({heading.level,
                             spelled_id(id),
                             outline_words(frame, heading, space),
                             code,
                             {frame.program.file, heading.where, 0}});
}

/// Called when a heading of `level` begins, or the page ends (0). The heading before it is empty when nothing
/// came after it, unless the new one is below it or for fewer readers: for the others the old one continues.
void PageTailor::close_heading(int level, std::string_view open_condition) {
  if (result_.outline.empty()) return;
  OutlineEntry& last = result_.outline.back();
  const bool for_all = open_condition.empty() || open_condition == last.open_condition;
  last.empty = contents_ == contents_at_heading_ && level <= last.level && for_all;
}

void PageTailor::end_heading(const Heading& heading) {
  if (outline_ || headings_ > most_headings) return;
  std::string tag = "</h";
  tag += static_cast<char>('0' + heading.level);
  writer_.text.add_markup(tag += '>');
  contents_at_heading_ = contents_;
}

/// Beyond the limit, which is reported once, a heading has only its words.
bool PageTailor::is_one_too_many(const ProgramFrame& frame, const Heading& heading) {
  if (++headings_ == most_headings + 1) {
    problem("page-too-complex", {frame.program.file, heading.where, 0},
            fmt::format("with this one, `{}` has more than {} headings", page_.file, most_headings), {});
  }
  return headings_ > most_headings;
}

/// An id made from the heading's words gets a number when it is taken, since two programs may meet here: the
/// page and what it includes. One that the author chose stays.
std::string PageTailor::heading_id(const Heading& heading) {
  if (heading.explicit_id || !taken_ids_.contains(heading.id)) return heading.id;
  std::size_t& number = id_numbers_.try_emplace(heading.id, 1).first->second;
  for (;;) {
    std::string id = fmt::format("{}-{}", heading.id, ++number);
    if (!taken_ids_.contains(id)) return id;
  }
}

MarkedText PageTailor::outline_words(ProgramFrame& frame, const Heading& heading, const ReaderSet& space) {
  outline_ = true;
  const Fragment words = fragment(frame, heading.text, space);
  outline_ = false;
  return flat_text(words);
}

/// The condition under which a reader of this page sees this place, as far as one condition can express it.
Condition PageTailor::open_condition(const ReaderSet& space) const {
  Condition product;
  for (std::size_t dimension = 0; dimension < space.possible.size(); ++dimension) {
    if (space.possible[dimension] == root_.possible[dimension]) continue;
    product.atoms.push_back({static_cast<std::uint16_t>(dimension), space.possible[dimension]});
  }
  if (!product.atoms.empty() || space.further.empty() || space.further == root_.further) return product;
  return space.further.back();
}

/// Warns where a level is skipped in this edition but not in the text, because the heading in between is left
/// out.
void PageTailor::check_order(const ProgramFrame& frame, const Heading& heading) {
  const Heading* const first = frame.program.headings.data();
  const int before = &heading == first ? 1 : (&heading - 1)->level;
  const bool skips_here = heading.level > last_level_ + 1;
  const bool skips_in_text = heading.level > before + 1;
  if (skips_here && !skips_in_text) {
    problem("heading-order-broken", {frame.program.file, heading.where, 0},
            fmt::format("a heading of level {} comes after one of level {}: the one in between is left out",
                        heading.level, last_level_),
            "put this heading under the same condition as the one above it, with `.section` on that one");
  }
  last_level_ = heading.level;
}

void PageTailor::add_id(std::string_view id, SourceRange where) {
  if (id.empty() || outline_) return;
  ids_.push_back({std::string(id), std::move(where)});
  taken_ids_.insert(ids_.back().id);
}

void PageTailor::finish_ids() {
  std::stable_sort(ids_.begin(), ids_.end(), [](const Id& a, const Id& b) { return a.id < b.id; });
  for (std::size_t index = 0; index < ids_.size(); ++index) {
    result_.ids.push_back(ids_[index].id);
    if (index == 0 || ids_[index].id != ids_[index - 1].id) continue;
    problem("id-duplicate", ids_[index].where, fmt::format("`#{}` is twice on this page", ids_[index].id),
            "give one of them another `{#name}`: readers of this edition get both");
    if (ids_[index].where != ids_[index - 1].where) {
      result_.diagnostics.all().back().related.push_back({ids_[index - 1].where, "the other one is here"});
    }
  }
  result_.ids.erase(std::unique(result_.ids.begin(), result_.ids.end()), result_.ids.end());
}

}  // namespace tailorbird
