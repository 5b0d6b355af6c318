#pragma once
// Segments, the texts of a page that are translated one by one. They are ranges of the page's bytes, so that
// replacing their text keeps every other byte: fences, conditions, blank lines.
//
// A segment is the title, the summary or the search terms of the front matter, a heading, a paragraph, a list
// item, a table cell, or an attribute that readers see (`title="…"`). Not translated are code blocks, HTML,
// comments, definitions of link labels, and texts of codes alone.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/page.hpp"
#include "model/site.hpp"
#include "translate/pieces.hpp"

namespace tailorbird {

enum class SegmentKind : std::uint8_t { title, summary, search, heading, paragraph, item, cell, attribute };

struct TextSegment {
  SegmentKind kind = SegmentKind::paragraph;
  /// The elements around it, outermost first: "checklist/list/item". Front matter: empty.
  std::string place;
  /// Identifies the text independently of other changes on the page: from its kind, place and words, with a
  /// number for repeated ones: "item-1a2b3c4d-2".
  std::string id;
  std::string text;  // as written; for front matter, as parsed; for a list, with commas
  Pieces pieces;     // of `text`; a single one of words when its codes are unknown
  std::vector<Condition>
      conditions;         // of the blocks around it, outermost first, and its own, without the page's
  std::size_t begin = 0;  // bytes of Page::body; front matter: both 0
  std::size_t end = 0;
  Position where;

  bool in_front_matter() const { return kind <= SegmentKind::search; }
};

/// The segments of the page whose file has these bytes, in the order written.
std::vector<TextSegment> segments_of(const Page& page, std::string_view bytes, const Site& site);

/// "a list item"
std::string_view kind_words(SegmentKind kind);

/// Whether both have the same kind, are in the same kinds of blocks, and have the same readers.
bool have_same_place(const TextSegment& one, const TextSegment& other);

}  // namespace tailorbird
