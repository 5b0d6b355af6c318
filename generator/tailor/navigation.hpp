#pragma once
// The navigation of an edition: sections (folders with an index.md), the steps of the path dimension, the
// reading order. Made from front matter alone, before any page is compiled.

#include <string>
#include <vector>

#include "tailor/edition.hpp"

namespace tailorbird {

struct NavNode {
  std::size_t edition_page = 0;       // index in Edition::pages
  int parent = -1;                    // index in Navigation::nodes
  std::vector<std::size_t> children;  // a section's pages, in order
  int step = -1;                      // index in Navigation::steps of the step it belongs to, or -1
};

/// One value of the site's path dimension: "During treatment".
struct Step {
  std::size_t value = 0;  // index in the dimension's values
  std::vector<std::size_t>
      landings;  // nodes: index pages for exactly this value; several when the audience is open
  std::vector<std::size_t> pages;  // nodes: all pages that name this value, in reading order
};

struct Navigation {
  std::vector<NavNode> nodes;        // one per Edition::pages, the same index
  int home = -1;                     // the node of index.md
  std::vector<std::size_t> top;      // nodes without a parent but home, in order
  std::vector<Step> steps;           // only those with pages; in the dimension's order
  std::vector<std::size_t> reading;  // depth first; for previous and next links
};

Navigation make_navigation(const Edition& edition);

}  // namespace tailorbird
