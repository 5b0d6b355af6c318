#pragma once
// Runs `check` on imported pages before they are written.

#include "import/import.hpp"

namespace tailorbird {

/// Makes every edition of the project with the new pages in memory. Pages with errors become drafts, partials
/// with errors are not written, and links to either are removed; each is reported. Fails when nothing can be
/// checked.
Result<void> check_import(const ImportRequest& request, ImportReport& report);

}  // namespace tailorbird
