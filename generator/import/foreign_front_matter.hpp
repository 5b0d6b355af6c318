#pragma once
// Reads the front matter of other tools: YAML between `---`, TOML between `+++`, JSON in braces,
// MultiMarkdown lines. Keys with the same meaning here are imported; the others are reported.

#include <string>

#include "import/import_page.hpp"

namespace tailorbird {

/// Sets title, summary, order and draft of `page`, and page.body to the rest of `text`, with line numbers of
/// the source.
void read_foreign_front_matter(const std::string& text, ImportPage& page);

}  // namespace tailorbird
