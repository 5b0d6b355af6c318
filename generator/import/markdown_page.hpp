#pragma once
// A page of Markdown as other tools write it, on its way to ours.

#include "import/condition_map.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

/// Turns page.body, which is the source's, into ours: marks of other tools, conditions, raw HTML, headings.
void turn_markdown(ImportPage& page, ConditionMap& conditions);

/// "01-getting_started.md" → "Getting started"; a folder's page is named after the folder.
std::string title_from_name(std::string_view source);

}  // namespace tailorbird
