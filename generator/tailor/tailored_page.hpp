#pragma once
// Tailoring: one pass over a page program for one edition that decides conditions, fills in variables, makes
// links relative and numbers footnotes. Conditions that are decided at build time leave no trace in the
// result.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "components/component.hpp"
#include "diag/diagnostic.hpp"
#include "model/program.hpp"
#include "tailor/addressing.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

struct OutlineEntry {
  int level = 2;
  std::string id;
  MarkedText words;
  std::string open_condition;  // code for the script; empty: always shown
  SourceRange where = {};
  bool empty = false;  // no visible content before the next heading of its level
};

/// A reference to be checked when all pages are known.
struct LinkCheck {
  std::string path;      // page's path from the language folder
  std::string fragment;  // without #
  SourceRange where;
};

/// A page as one edition shows it.
///
/// An open condition (the reader's choice) is written
///   around blocks  <div class="when" data-when="CODE"><p class="when-label">LABEL</p> … </div>
///   around words   <span class="when" data-when="CODE"><span class="when-label">(LABEL) </span>…</span>
///   on an element  class="when" data-when="CODE" on its tag, <span class="when-label">(LABEL) </span> in it
/// Within another open condition, CODE and LABEL (model/site.hpp) leave out what that one has settled.
///
/// Links to the outside have class="outside" and rel="external noopener". A picture that is a drawing
/// (model/picture.hpp) is written as <svg class="drawing" …>, others as <img> with their size where it is
/// known.
struct TailoredPage {
  std::size_t edition_page = 0;
  Fragment body;  // in its parts `open_label` is plain text, and attributes are as written, except those of
                  // kind `file`, which are relative addresses
  std::uint64_t body_hash = 0;        // fragment_hash.hpp
  std::uint64_t shared_hash = 0;      // of what the body shares with other editions (shared_parts.hpp)
  std::vector<OutlineEntry> outline;  // with ids as spelled in the output (tailor/addressing.hpp)
  std::vector<std::string> ids;       // all ids of the page, sorted: targets of links
  std::vector<LinkCheck> links;       // links to pages of this edition with a fragment to check
  std::vector<std::string> files;  // pictures and media that it uses, from the project's root; sorted, unique
  std::vector<MarkedText> footnotes;   // in order of first reference: <li id="fn-1">…</li>
  std::vector<std::uint16_t> choices;  // dimensions on which its content depends, sorted
  std::size_t words = 0;  // visible words, including those of open variants; fewer, but not 0 when there are
                          // any, on a page that does not say how many minutes it takes
  Diagnostics diagnostics;  // with this edition's id
};

/// The program of a page: index in Project::pages.
using ProgramOf = std::function<const Program&(std::size_t page)>;

struct TailorOptions {
  /// For previews: marks conditions in the markup (see tailor/page_marks.cpp) and includes the content that
  /// the edition leaves out, marked as left out. Such a page must never reach a bundle.
  bool marks = false;
};

/// Tailors one page. Thread-safe. Problems (missing pages, variables, files) are diagnostics in the result,
/// and the link, variable or picture in question is left out.
TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
                         const Addressing& addressing, const TailorOptions& options = {});
/// The same, with the addressing of a site.
TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
                         const TailorOptions& options = {});

}  // namespace tailorbird
