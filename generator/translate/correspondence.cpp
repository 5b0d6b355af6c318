#include "translate/correspondence.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace tailorbird {
namespace {

using Matches = std::vector<std::pair<std::size_t, std::size_t>>;
using Equal = std::function<bool(std::size_t, std::size_t)>;

/// The longest common subsequence of two sequences of `first` and `second` elements.
Matches common(std::size_t first, std::size_t second, const Equal& equal) {
  std::size_t begin = 0;
  while (begin < first && begin < second && equal(begin, begin)) ++begin;
  std::size_t tail = 0;
  while (tail < first - begin && tail < second - begin && equal(first - tail - 1, second - tail - 1)) ++tail;
  const std::size_t rows = first - begin - tail;
  const std::size_t columns = second - begin - tail;
  std::vector<std::vector<std::uint32_t>> best(rows + 1, std::vector<std::uint32_t>(columns + 1, 0));
  for (std::size_t row = rows; row-- > 0;) {
    for (std::size_t column = columns; column-- > 0;) {
      best[row][column] = equal(begin + row, begin + column)
                              ? best[row + 1][column + 1] + 1
                              : std::max(best[row + 1][column], best[row][column + 1]);
    }
  }
  Matches matches;
  for (std::size_t index = 0; index < begin; ++index) matches.emplace_back(index, index);
  for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
    if (equal(begin + row, begin + column)) {
      matches.emplace_back(begin + row++, begin + column++);
    } else if (best[row + 1][column] >= best[row][column + 1]) {
      ++row;
    } else {
      ++column;
    }
  }
  for (std::size_t index = tail; index > 0; --index) matches.emplace_back(first - index, second - index);
  return matches;
}

/// "item" of "item-1a2b3c4d-2".
std::string_view kind_of(std::string_view id) { return id.substr(0, id.find('-')); }

/// Whether the translation has the texts that its source had when it was marked.
bool fits(const std::vector<TextSegment>& translation, const Milestone& milestone) {
  return std::equal(
      translation.begin(), translation.end(), milestone.segments.begin(), milestone.segments.end(),
      [](const TextSegment& segment, const std::string& id) { return kind_of(segment.id) == kind_of(id); });
}

void set(Correspondence& both, std::size_t source, std::size_t translation, Freshness state) {
  both.pairs[source].translation = translation;
  both.pairs[source].state = state;
}

void match_by_structure(Correspondence& both, Freshness state) {
  const Matches matches =
      common(both.source.size(), both.translation.size(), [&](std::size_t one, std::size_t other) {
        return have_same_place(both.source[one], both.translation[other]);
      });
  for (const auto& [source, translation] : matches) set(both, source, translation, state);
}

/// Between two texts that are as they were, those of one kind are taken for new words of the old ones.
void match_gap(Correspondence& both, const Milestone& before, std::size_t source, std::size_t source_end,
               std::size_t old, std::size_t old_end) {
  for (; source < source_end; ++source) {
    std::size_t next = old;
    while (next < old_end && kind_of(before.segments[next]) != kind_of(both.source[source].id)) ++next;
    if (next == old_end) continue;
    set(both, source, next, Freshness::stale);
    old = next + 1;
  }
}

void match_by_milestone(Correspondence& both, const Milestone& before) {
  Matches matches = common(
      both.source.size(), before.segments.size(),
      [&](std::size_t one, std::size_t other) { return both.source[one].id == before.segments[other]; });
  matches.emplace_back(both.source.size(), before.segments.size());
  std::size_t source = 0;
  std::size_t old = 0;
  for (const auto& [source_at, old_at] : matches) {
    match_gap(both, before, source, source_at, old, old_at);
    if (source_at < both.source.size()) set(both, source_at, old_at, Freshness::current);
    source = source_at + 1;
    old = old_at + 1;
  }
}

}  // namespace

std::size_t Correspondence::count(Freshness state) const {
  return static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [state](const SegmentPair& pair) { return pair.state == state; }));
}

Correspondence correspondence(const PagePair& pair, std::string_view source_bytes,
                              std::string_view translation_bytes, const Milestone* milestone,
                              const Site& site) {
  Correspondence both;
  both.source = segments_of(*pair.source, source_bytes, site);
  for (std::size_t index = 0; index < both.source.size(); ++index) both.pairs.push_back({index, {}, {}});
  for (SegmentPair& one : both.pairs) one.state = Freshness::missing;
  if (pair.translation == nullptr) return both;
  both.translation = segments_of(*pair.translation, translation_bytes, site);
  both.same_structure = std::equal(both.source.begin(), both.source.end(), both.translation.begin(),
                                   both.translation.end(), have_same_place);
  if (is_current(pair)) {
    match_by_structure(both, Freshness::current);
  } else if (milestone != nullptr && milestone->mark == pair.translation->front.translates &&
             fits(both.translation, *milestone)) {
    match_by_milestone(both, *milestone);
  } else {
    match_by_structure(both, Freshness::stale);
    both.changes_known = false;
  }
  std::vector<bool> used(both.translation.size());
  for (const SegmentPair& one : both.pairs) {
    if (one.translation) used[*one.translation] = true;
  }
  for (std::size_t index = 0; index < used.size(); ++index) {
    if (!used[index]) both.others.push_back(index);
  }
  return both;
}

}  // namespace tailorbird
