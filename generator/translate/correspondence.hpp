#pragma once
// The correspondence between the texts of a page and those of its translation, and which of them are out of
// date.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "translate/milestones.hpp"
#include "translate/page_pairs.hpp"
#include "translate/segments.hpp"

namespace tailorbird {

enum class Freshness : std::uint8_t {
  current,   // made from the current text
  stale,     // made from an earlier text, or from an unknown one
  missing,   // there is none
  left_out,  // there is none, deliberately when the page was marked
};

struct SegmentPair {
  std::size_t source = 0;                  // index in Correspondence::source
  std::optional<std::size_t> translation;  // index in Correspondence::translation
  Freshness state = Freshness::missing;
};

struct Correspondence {
  std::vector<TextSegment> source;
  std::vector<TextSegment> translation;
  std::vector<SegmentPair> pairs;  // one for each segment of the source, in order
  std::vector<std::size_t>
      others;  // segments that only the translation has: its own, and those whose source was removed
  std::vector<std::size_t> own;  // of these, its own
  bool same_structure = true;    // both have the same kinds of text in the same order, for the same readers
  bool changes_known =
      true;  // it is known which segments are stale; false: all with a translation count as stale

  std::size_t count(Freshness state) const;
  /// Whether the segment `index` of the translation is one of its own.
  bool is_own(std::size_t index) const;
};

/// The source text (an index, or nothing) of each text of a translation, guessed from their places and
/// lengths, for pages without a milestone.
std::vector<std::optional<std::size_t>> sources_by_structure(const std::vector<TextSegment>& source,
                                                             const std::vector<TextSegment>& translation);

/// The record of both texts for a milestone. `source_of`: as returned by sources_by_structure.
std::vector<MilestoneText> milestone_texts(const std::vector<TextSegment>& source,
                                           const std::vector<TextSegment>& translation,
                                           const std::vector<std::optional<std::size_t>>& source_of);

/// `milestone`: the source's texts when the translation was marked, or null. `source_bytes` and
/// `translation_bytes`: the files of both pages.
Correspondence correspondence(const PagePair& pair, std::string_view source_bytes,
                              std::string_view translation_bytes, const Milestone* milestone,
                              const Site& site);

}  // namespace tailorbird
