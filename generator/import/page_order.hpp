#pragma once
// The order of pages, and what they are called in it, where another tool keeps that beside them: SUMMARY.md
// of mdBook and GitBook, `nav` in mkdocs.yml.

#include <map>
#include <string>

#include "base/result.hpp"
#include "import/source_tree.hpp"

namespace tailorbird {

struct PageInOrder {
  int order = 0;      // 10, 20, …
  std::string title;  // as the list calls the page; empty: it does not say
};

/// By path in the tree; the first place where a page stands counts. A mkdocs.yml is also looked for beside
/// the folder, as MkDocs keeps it there. Fails when a file cannot be read.
Result<std::map<std::string, PageInOrder, std::less<>>> read_page_order(const SourceTree& tree);

}  // namespace tailorbird
