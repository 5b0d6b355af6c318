#include "translate/correspondence.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace tailorbird {
namespace {

using Matches = std::vector<std::pair<std::size_t, std::size_t>>;
/// How well two elements match; 0: not at all.
using Fit = std::function<std::uint32_t(std::size_t, std::size_t)>;

/// The pairs of two sequences of `first` and `second` elements, in the order of both, with the largest sum of
/// scores. With equal scores: the longest common subsequence.
Matches best_pairs(std::size_t first, std::size_t second, const Fit& fit) {
  std::vector<std::vector<std::uint32_t>> best(first + 1, std::vector<std::uint32_t>(second + 1, 0));
  const auto with = [&](std::size_t row, std::size_t column) {
    const std::uint32_t value = fit(row, column);
    return value == 0 ? 0 : value + best[row + 1][column + 1];
  };
  for (std::size_t row = first; row-- > 0;) {
    for (std::size_t column = second; column-- > 0;)
      best[row][column] = std::max({with(row, column), best[row + 1][column], best[row][column + 1]});
  }
  Matches matches;
  for (std::size_t row = 0, column = 0; row < first && column < second;) {
    if (const std::uint32_t both = with(row, column); both != 0 && both == best[row][column]) {
      matches.emplace_back(row++, column++);
    } else if (best[row + 1][column] >= best[row][column + 1]) {
      ++row;
    } else {
      ++column;
    }
  }
  return matches;
}

/// A passage and its translation are about as long, and have the same codes. This only decides between texts
/// in the same structure.
std::uint32_t likeness(const TextSegment& one, const TextSegment& other) {
  constexpr std::uint32_t same_place = 1000;
  if (!have_same_place(one, other)) return 0;
  const std::size_t shorter = std::min(one.text.size(), other.text.size());
  const std::size_t longer = std::max<std::size_t>(std::max(one.text.size(), other.text.size()), 1);
  const bool same_codes = one.pieces.size() == other.pieces.size();
  return same_place + static_cast<std::uint32_t>(100 * shorter / longer) + (same_codes ? 50U : 0U);
}

/// The texts that the source had, and those that the translation had and has.
struct Before {
  std::vector<const MilestoneText*> source;
  std::vector<std::optional<std::size_t>> translation_of;  // by text of the source: index in the translation
  std::vector<std::size_t> own;                            // of the translation
};

/// Nothing when the texts of the translation have changed since it was marked.
std::optional<Before> texts_before(const std::vector<TextSegment>& translation, const Milestone& milestone) {
  using In = MilestoneText::In;
  Before before;
  std::size_t next = 0;
  for (const MilestoneText& text : milestone.texts) {
    if (text.in != In::source) {
      const bool fits =
          next < translation.size() && MilestoneText{translation[next].id}.kind() == text.kind();
      if (!fits) return std::nullopt;
    }
    if (text.in == In::translation) {
      before.own.push_back(next++);
      continue;
    }
    before.source.push_back(&text);
    before.translation_of.push_back(text.in == In::both ? std::optional(next++) : std::nullopt);
  }
  return next == translation.size() ? std::optional(std::move(before)) : std::nullopt;
}

void set(Correspondence& both, std::size_t source, std::size_t translation, Freshness state) {
  both.pairs[source].translation = translation;
  both.pairs[source].state = state;
}

void match_by_structure(Correspondence& both, Freshness state) {
  const auto sources = sources_by_structure(both.source, both.translation);
  for (std::size_t index = 0; index < sources.size(); ++index) {
    if (sources[index]) set(both, *sources[index], index, state);
  }
}

/// Between two unchanged texts, texts of the same kind are taken for new versions of the old ones.
void match_gap(Correspondence& both, const Before& before, std::size_t source, std::size_t source_end,
               std::size_t old, std::size_t old_end) {
  for (; source < source_end; ++source) {
    std::size_t next = old;
    while (next < old_end && before.source[next]->kind() != MilestoneText{both.source[source].id}.kind())
      ++next;
    if (next == old_end) continue;
    // A text that was left out has changed: people must decide whether to leave it out still.
    if (before.translation_of[next]) set(both, source, *before.translation_of[next], Freshness::stale);
    old = next + 1;
  }
}

void match_by_milestone(Correspondence& both, const Before& before) {
  Matches matches =
      best_pairs(both.source.size(), before.source.size(), [&](std::size_t one, std::size_t other) {
        return both.source[one].id == before.source[other]->id ? 1U : 0U;
      });
  matches.emplace_back(both.source.size(), before.source.size());
  std::size_t source = 0;
  std::size_t old = 0;
  for (const auto& [source_at, old_at] : matches) {
    match_gap(both, before, source, source_at, old, old_at);
    if (source_at < both.source.size()) {
      both.pairs[source_at].state = Freshness::left_out;
      if (before.translation_of[old_at])
        set(both, source_at, *before.translation_of[old_at], Freshness::current);
    }
    source = source_at + 1;
    old = old_at + 1;
  }
  both.own = before.own;
}

void match(Correspondence& both, const PagePair& pair, const Milestone* milestone) {
  const bool current = is_current(pair);
  if (milestone != nullptr && milestone->mark == pair.translation->front.translates) {
    if (const auto before = texts_before(both.translation, *milestone))
      return match_by_milestone(both, *before);
  }
  match_by_structure(both, current ? Freshness::current : Freshness::stale);
  both.changes_known = current;
  if (!current) return;
  for (SegmentPair& one : both.pairs) {
    if (!one.translation) one.state = Freshness::left_out;
  }
}

}  // namespace

std::size_t Correspondence::count(Freshness state) const {
  return static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [state](const SegmentPair& pair) { return pair.state == state; }));
}

bool Correspondence::is_own(std::size_t index) const {
  return std::find(own.begin(), own.end(), index) != own.end();
}

std::vector<std::optional<std::size_t>> sources_by_structure(const std::vector<TextSegment>& source,
                                                             const std::vector<TextSegment>& translation) {
  std::vector<std::optional<std::size_t>> sources(translation.size());
  if (std::equal(source.begin(), source.end(), translation.begin(), translation.end(), have_same_place)) {
    for (std::size_t index = 0; index < sources.size(); ++index) sources[index] = index;
    return sources;
  }
  const Matches pairs = best_pairs(
      source.size(), translation.size(),
      [&](std::size_t one, std::size_t other) { return likeness(source[one], translation[other]); });
  for (const auto& [one, other] : pairs) sources[other] = one;
  return sources;
}

std::vector<MilestoneText> milestone_texts(const std::vector<TextSegment>& source,
                                           const std::vector<TextSegment>& translation,
                                           const std::vector<std::optional<std::size_t>>& source_of) {
  using In = MilestoneText::In;
  std::vector<MilestoneText> texts;
  std::size_t next = 0;
  for (std::size_t index = 0; index < translation.size(); ++index) {
    if (!source_of[index]) {
      texts.push_back({std::string(MilestoneText{translation[index].id}.kind()), In::translation});
      continue;
    }
    for (; next < *source_of[index]; ++next) texts.push_back({source[next].id, In::source});
    texts.push_back({source[next++].id, In::both});
  }
  for (; next < source.size(); ++next) texts.push_back({source[next].id, In::source});
  return texts;
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
  match(both, pair, milestone);
  std::vector<bool> used(both.translation.size());
  for (const SegmentPair& one : both.pairs) {
    if (one.translation) used[*one.translation] = true;
  }
  for (std::size_t index = 0; index < used.size(); ++index) {
    if (!used[index]) both.others.push_back(index);
  }
  if (both.own.empty() && is_current(pair)) both.own = both.others;
  return both;
}

}  // namespace tailorbird
