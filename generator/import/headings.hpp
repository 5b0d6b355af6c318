#pragma once
// Headings of a page on its way in: its title, levels from 2 on without gaps, an address of its own for each.

#include "import/import_page.hpp"

namespace tailorbird {

/// Takes the title from the first heading where the front matter has none, and changes page.body so that each
/// heading is one of ours. Fills page.anchors with what links of the source may call each place.
void settle_headings(ImportPage& page);

/// How other tools spell the address of a heading: small letters, spaces as hyphens, without signs.
std::string foreign_anchor(std::string_view words);

}  // namespace tailorbird
