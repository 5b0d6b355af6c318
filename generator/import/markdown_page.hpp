#pragma once
// Converts a page of another tool's Markdown to ours.

#include "import/condition_map.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

/// Converts page.body: syntax of other tools, conditions, raw HTML, headings.
void turn_markdown(ImportPage& page, ConditionMap& conditions);

/// "01-getting_started.md" → "Getting started"; an index page is named after its folder.
std::string title_from_name(std::string_view source);

}  // namespace tailorbird
