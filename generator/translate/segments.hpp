#pragma once
// Segments: the texts of a page that are translated one by one. They are ranges of the page's bytes, so that
// a page whose ranges are filled with other words keeps every other byte: fences, conditions, blank lines.
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
  /// What it stands in, outermost first: "checklist/list/item". Front matter: empty.
  std::string place;
  /// Says which text it is, whatever else changes on the page: from its kind, place and words, with a number
  /// after those that are equal: "item-1a2b3c4d-2".
  std::string id;
  std::string text;                   // as written; of front matter, as read; of a list, with commas
  Pieces pieces;                      // of `text`; one of words when the codes in it are not known
  std::vector<Condition> conditions;  // of blocks around it, outermost first, and its own; not the page's
  std::size_t begin = 0;              // bytes of Page::body; front matter: both 0
  std::size_t end = 0;
  Position where;

  bool in_front_matter() const { return kind <= SegmentKind::search; }
};

/// The segments of the page whose file has these bytes, in the order written.
std::vector<TextSegment> segments_of(const Page& page, std::string_view bytes, const Site& site);

/// "a list item"
std::string_view kind_words(SegmentKind kind);

/// Whether the two are of one kind, in blocks of the same kinds, for the same readers.
bool have_same_place(const TextSegment& one, const TextSegment& other);

}  // namespace tailorbird
