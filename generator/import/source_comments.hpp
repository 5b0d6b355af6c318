#pragma once
// Takes comments out of Markdown: nobody reads them in the source.

#include "import/import_page.hpp"

namespace tailorbird {

/// Removes comments of all tools from page.body, also those over several lines, and reports them. HTML
/// comments on lines of their own stay, for editors. A comment without an end makes the page a draft.
void leave_out_comments(ImportPage& page);

}  // namespace tailorbird
