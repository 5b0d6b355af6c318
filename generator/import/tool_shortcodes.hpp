#pragma once
// Converts inline syntax of other tools: shortcodes, template tags, wiki links, conditions of Quarto's spans.

#include <string>

#include "import/condition_map.hpp"
#include "import/import_page.hpp"
#include "import/tool_attributes.hpp"

namespace tailorbird {

/// A line with the syntax of other tools outside code converted to ours, or removed and reported in `page`.
std::string turn_shortcodes(const std::string& line, std::uint32_t source, ImportPage& page);

/// A line with `[words]{.content-visible when-profile="x"}` converted by the table.
std::string turn_spans(const std::string& line, std::uint32_t source, ImportPage& page,
                       ConditionMap& conditions);

/// The readers of a `.content-visible` or, when `hides`, a `.content-hidden` of Quarto. Unknown ones are
/// reported in `page`.
MappedReaders quarto_readers(const ToolAttributes& attributes, bool hides, ImportPage& page,
                             std::uint32_t source, ConditionMap& conditions);

}  // namespace tailorbird
