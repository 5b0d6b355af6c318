#pragma once
// Reads the order and titles of pages from the navigation files of other tools: SUMMARY.md of mdBook and
// GitBook, `nav` in mkdocs.yml.

#include <map>
#include <string>

#include "base/result.hpp"
#include "import/source_tree.hpp"

namespace tailorbird {

struct PageInOrder {
  int order = 0;      // 10, 20, …
  std::string title;  // from the navigation; empty: not given
};

/// By path in the tree; the first occurrence of a page counts. A mkdocs.yml is also searched beside the
/// folder, where MkDocs keeps it. Fails when a file cannot be read.
Result<std::map<std::string, PageInOrder, std::less<>>> read_page_order(const SourceTree& tree);

}  // namespace tailorbird
