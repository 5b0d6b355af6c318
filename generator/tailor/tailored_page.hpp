#pragma once
// One pass over a page program for one edition: conditions decided, variables filled in, links made
// relative, footnotes numbered. What is decided at build time leaves no trace in the result.

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
  std::string open_condition;  // code for the script; empty: always there
  SourceRange where = {};
  bool empty = false;  // nothing that these readers see stands under it before the next of its level
};

/// A reference to be checked when all pages are known.
struct LinkCheck {
  std::string path;      // page's path from the language folder
  std::string fragment;  // without #
  SourceRange where;
};

/// What an edition makes of a page.
///
/// An open condition (the reader's choice) is written
///   around blocks  <div class="when" data-when="CODE"><p class="when-label">LABEL</p> … </div>
///   around words   <span class="when" data-when="CODE"><span class="when-label">(LABEL) </span>…</span>
///   on an element  class="when" data-when="CODE" on its tag, <span class="when-label">(LABEL) </span> in it
/// and within another open condition only says what that one has not settled yet. CODE and LABEL:
/// model/site.hpp.
///
/// Links to the outside have class="outside" and rel="external noopener". A picture that is a drawing
/// (model/picture.hpp) is written as <svg class="drawing" …>, others as <img> with their size where it is
/// known.
struct TailoredPage {
  std::size_t edition_page = 0;
  Fragment body;                // of its parts, `open_label` is plain text and attributes are as written, but
                                // for those of kind `file`: they are relative addresses
  std::uint64_t body_hash = 0;  // fragment_hash.hpp
  std::vector<OutlineEntry> outline;  // its ids as they are written (tailor/addressing.hpp)
  std::vector<std::string> ids;       // every id in the page, sorted: targets of links
  std::vector<LinkCheck> links;       // to pages of this edition, with a fragment to check
  std::vector<std::string> files;  // pictures and media it uses, from the project's root, sorted, each once
  std::vector<MarkedText>
      footnotes;  // of those referred to, in order of first reference: <li id="fn-1">…</li>
  std::vector<std::uint16_t> choices;  // dimensions on which something in it depends, sorted
  std::size_t words = 0;               // visible words, those of open variants too
  Diagnostics diagnostics;             // with this edition's id
};

/// The program of a page: index in Project::pages.
using ProgramOf = std::function<const Program&(std::size_t page)>;

struct TailorOptions {
  /// For previews: conditions are marked where they stand (tailor/page_marks.cpp says how), and what the
  /// edition leaves out is there too, marked as left out. Such a page must never reach a bundle.
  bool marks = false;
};

/// Thread-safe. Problems (missing pages, variables, files) are in the result; what they concern is left out
/// of it.
TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
                         const Addressing& addressing, const TailorOptions& options = {});
/// The same as a file of a site.
TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
                         const TailorOptions& options = {});

}  // namespace tailorbird
