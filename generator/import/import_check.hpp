#pragma once
// What `check` says of pages before they are written.

#include "import/import.hpp"

namespace tailorbird {

/// Makes every edition of the project with the new pages in memory. Pages in which there are errors become
/// drafts, partials are not written, links to either are taken out; each is told. Fails when nothing can be
/// checked.
Result<void> check_import(const ImportRequest& request, ImportReport& report);

}  // namespace tailorbird
