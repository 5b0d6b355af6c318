#pragma once
// The front matter of another tool's page: YAML between `---`, TOML between `+++`, JSON in braces,
// MultiMarkdown lines. Keys that mean the same here are taken over; the others are told.

#include <string>

#include "import/import_page.hpp"

namespace tailorbird {

/// Takes title, summary, order and draft into `page`, and the rest of `text` into page.body, with the lines
/// where it stands in the source.
void read_foreign_front_matter(const std::string& text, ImportPage& page);

}  // namespace tailorbird
