#pragma once
// Which text of a translation stands for which text of its source, and whether it still does.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "translate/milestones.hpp"
#include "translate/page_pairs.hpp"
#include "translate/segments.hpp"

namespace tailorbird {

enum class Freshness : std::uint8_t {
  current,   // made from the present text
  stale,     // made from an earlier one, or nobody knows
  missing,   // there is none
  left_out,  // there is none, and whoever marked the page wanted it so
};

struct SegmentPair {
  std::size_t source = 0;                  // index in Correspondence::source
  std::optional<std::size_t> translation;  // index in Correspondence::translation
  Freshness state = Freshness::missing;
};

struct Correspondence {
  std::vector<TextSegment> source;
  std::vector<TextSegment> translation;
  std::vector<SegmentPair> pairs;   // one for each segment of the source, in order
  std::vector<std::size_t> others;  // segments that only the translation has: its own, and those whose
                                    // source is gone
  std::vector<std::size_t> own;     // of these, its own
  bool same_structure = true;  // both have the same kinds of text in the same order, for the same readers
  bool changes_known = true;   // which segments are stale is known; false: all that have a translation

  std::size_t count(Freshness state) const;
  /// Whether the segment `index` of the translation is one of its own.
  bool is_own(std::size_t index) const;
};

/// Which text of the source (index; nothing: none) each text of a translation stands for, by what they stand
/// in and how long they are, when nobody has written it down.
std::vector<std::optional<std::size_t>> sources_by_structure(const std::vector<TextSegment>& source,
                                                             const std::vector<TextSegment>& translation);

/// What is to be known of the two later. `source_of`: as above.
std::vector<MilestoneText> milestone_texts(const std::vector<TextSegment>& source,
                                           const std::vector<TextSegment>& translation,
                                           const std::vector<std::optional<std::size_t>>& source_of);

/// `milestone`: what the source's texts were when the translation was marked, or null.
/// `source_bytes` and `translation_bytes`: the files of both pages.
Correspondence correspondence(const PagePair& pair, std::string_view source_bytes,
                              std::string_view translation_bytes, const Milestone* milestone,
                              const Site& site);

}  // namespace tailorbird
