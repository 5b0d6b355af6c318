#pragma once
// Marks of other tools among words: shortcodes, template tags, wiki links, conditions of Quarto's spans.

#include <string>

#include "import/condition_map.hpp"
#include "import/import_page.hpp"
#include "import/tool_attributes.hpp"

namespace tailorbird {

/// One line without marks of other tools, code aside: as ours where we have the like, else told to `page`.
std::string turn_shortcodes(const std::string& line, std::uint32_t source, ImportPage& page);

/// `[words]{.content-visible when-profile="x"}` on a line as ours, by the table.
std::string turn_spans(const std::string& line, std::uint32_t source, ImportPage& page,
                       ConditionMap& conditions);

/// Who reads a `.content-visible` or, when `hides`, a `.content-hidden` of Quarto. Told to `page`.
MappedReaders quarto_readers(const ToolAttributes& attributes, bool hides, ImportPage& page,
                             std::uint32_t source, ConditionMap& conditions);

}  // namespace tailorbird
