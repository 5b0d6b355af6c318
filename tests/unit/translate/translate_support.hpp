#pragma once
// Pages of a small site, for the tests of translate/.

#include <string>
#include <string_view>
#include <vector>

#include "read/pages/pages.hpp"
#include "read/site/site.hpp"
#include "translate/segments.hpp"

namespace tailorbird::test {

inline const Site& site() {
  static const Site site = read_site({{"content/site.yaml", R"(languages: [en, nl]
title: {en: Talk, nl: Praten}
dimensions:
  audience:
    label: {en: Role, nl: Rol}
    values:
      manager: {label: {en: Manager, nl: Manager}}
      hr: {label: HR}
  phase:
    label: {en: Phase, nl: Fase}
    values:
      before: {label: {en: Before, nl: Ervoor}}
      after: {label: {en: After, nl: Erna}}
)"},
                                      {},
                                      {},
                                      {}})
                               .site;
  return site;
}

inline Page page_in(const std::string& language, const std::string& bytes) {
  return read_page({"content/" + language + "/talk.md", bytes}, {language, "talk.md", ""}, site()).page;
}

inline std::vector<TextSegment> segments_in(const std::string& bytes) {
  return segments_of(page_in("en", bytes), bytes, site());
}

/// The segments of a body, which stands behind a title.
inline std::vector<TextSegment> body_segments(const std::string& body) {
  std::vector<TextSegment> segments = segments_in("---\ntitle: T\n---\n" + body);
  segments.erase(segments.begin());
  return segments;
}

/// The pieces of one paragraph: words as they are, codes in angle brackets with their id and bytes.
inline std::string shown(const Pieces& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    if (!piece.is_code()) {
      text += piece.data;
    } else {
      const std::string sign = piece.role == Piece::Role::close ? "/" : "";
      text += "<" + sign + piece.id + " " + piece.data + ">";
    }
  }
  return text;
}

inline Pieces pieces_in(const std::string& paragraph) { return body_segments(paragraph + "\n").at(0).pieces; }

}  // namespace tailorbird::test
