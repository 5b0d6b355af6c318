#pragma once
// Converts inline HTML tags in paragraphs, and tags around Markdown.

#include "import/import_page.hpp"

namespace tailorbird {

/// Lines without a blank one between, such as a paragraph, with HTML tags converted to Markdown: `<b>` to
/// `**`. Code stays unchanged. Losses are recorded in `page`.
ImportLines turn_inline_html(const ImportLines& lines, ImportPage& page);

/// Lines of raw HTML whose elements begin or end elsewhere, with tags removed and content kept. `<details>`
/// becomes a question with its answer.
ImportLines turn_loose_tags(const ImportLines& lines, ImportPage& page);

}  // namespace tailorbird
