#pragma once
// Problems that can be found only when all pages are known: ids used twice, locked pages replaced, languages
// without pages.

#include "model/project.hpp"

namespace tailorbird {

/// Removes the overlay pages that replace a locked page, and reports them. `pages` are sorted.
Diagnostics drop_locked_replacements(std::vector<Page>& pages);

/// Pages of one edition that share an id. `pages` are sorted.
Diagnostics repeated_page_ids(const std::vector<Page>& pages);

/// Start pages with a slug, which would no longer be at the address where readers begin.
Diagnostics misplaced_start_pages(const std::vector<Page>& pages);

/// Languages of the site without a page (a note for the team), and those that a bundle declares.
Diagnostics languages_without_pages(const Project& project);

}  // namespace tailorbird
