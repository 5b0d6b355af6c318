#pragma once
// HTML tags among the words of a paragraph, and tags that stand around Markdown.

#include "import/import_page.hpp"

namespace tailorbird {

/// A paragraph, or other lines without a blank one between, with its tags as marks: `<b>` as `**`. Code is
/// left alone. What is lost is told to `page`.
ImportLines turn_inline_html(const ImportLines& lines, ImportPage& page);

/// Lines of raw HTML whose elements begin or end elsewhere: tags go, what is between them stays. `<details>`
/// becomes a question with its answer.
ImportLines turn_loose_tags(const ImportLines& lines, ImportPage& page);

}  // namespace tailorbird
