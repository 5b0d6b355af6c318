#pragma once
// Converts the headings of an imported page: its title, levels from 2 on without gaps, a unique id for each.

#include "import/import_page.hpp"

namespace tailorbird {

/// Takes the title from the first heading if the front matter has none, and rewrites the headings in
/// page.body. Fills page.anchors with the fragments that links of the source may use.
void settle_headings(ImportPage& page);

/// The fragment that other tools make from a heading: lower case, spaces as hyphens, without punctuation.
std::string foreign_anchor(std::string_view words);

}  // namespace tailorbird
