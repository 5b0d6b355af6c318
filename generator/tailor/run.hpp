#pragma once
// One pass over a page program for one edition: conditions decided, variables filled in, links made
// relative, footnotes numbered. What is decided at build time leaves no trace in the result.

#include <functional>
#include <string>
#include <vector>

#include "components/component.hpp"
#include "diag/diagnostic.hpp"
#include "model/program.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

struct OutlineEntry {
  int level = 2;
  std::string id;
  std::string html;            // the heading's words
  std::string open_condition;  // code for the script; empty: always there
};

/// A reference to be checked when all pages are known.
struct LinkCheck {
  std::string path;       // page's path from the language folder
  std::string fragment;   // empty: none
  SourceRange where;
};

struct TailoredPage {
  std::size_t edition_page = 0;
  Fragment body;
  std::vector<OutlineEntry> outline;
  std::vector<std::string> ids;         // every id in the page, sorted: targets of links
  std::vector<LinkCheck> links;         // to pages of this edition with a fragment to check
  std::vector<std::string> files;       // pictures and media it uses, from the project's root, sorted, each once
  std::vector<std::string> footnotes;   // HTML of those referred to, in order of first reference
  std::size_t words = 0;                // visible words, those of open variants too
  Diagnostics diagnostics;              // with this edition's id
};

/// The program of a page of the edition: index in Project::pages.
using ProgramOf = std::function<const Program&(std::size_t page)>;

TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs);

}  // namespace tailorbird
