#pragma once
// Reads the front matter of other tools: YAML between `---`, TOML between `+++`. Keys with the same meaning
// here are imported; the others are reported. A page that its source hides, or shows to readers that we
// cannot name, becomes a draft.

#include <string>

#include "import/condition_map.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

/// Sets title, summary, order and draft of `page`, and page.body to the rest of `text`, with line numbers of
/// the source.
void read_foreign_front_matter(const std::string& text, const ConditionMap& conditions, ImportPage& page);

}  // namespace tailorbird
