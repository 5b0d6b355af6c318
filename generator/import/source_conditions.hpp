#pragma once
// The rule about conditions of a source: each is translated, or its text is left out and reported, or its
// page becomes a draft. see_conditions finds them all before anything is converted; whatever converts one, or
// leaves it out, says so with settle_condition; hold_unsettled makes drafts of pages on which one is left.

#include <string_view>

#include "import/condition_map.hpp"
#include "import/import_page.hpp"
#include "import/tool_attributes.hpp"

namespace tailorbird {

/// Whether tools choose readers by a tag, an element or a container of this name: `if`, `internal`.
bool is_conditional_tag(std::string_view name);
/// Whether tools choose readers by an attribute of this name: `audience`, `when-profile`, a dimension.
bool is_conditional_attribute(std::string_view name, const ConditionMap& conditions);
/// The same for attributes in braces, with their classes.
bool is_conditional(const ToolAttributes& attributes, const ConditionMap& conditions);
/// Whether a browser shows neither this element of HTML nor what is in it.
bool is_hidden_html(const std::vector<std::pair<std::string, std::string>>& attributes);

/// Whether a comment of HTML, with its `<!--`, is a condition of another tool: `<!--@if audience=hr-->`.
bool is_conditional_comment(std::string_view comment);

/// Records the conditions of page.body in page.unsettled.
void see_conditions(ImportPage& page, const ConditionMap& conditions);
/// Records only those written as this program writes them.
void see_own_conditions(ImportPage& page);
/// One condition of a kind on a line of the source was translated, or left out with its text.
void settle_condition(ImportPage& page, ConditionKind kind, std::uint32_t line);
/// All conditions from one line of the source to another were left out.
void settle_lines(ImportPage& page, std::uint32_t first, std::uint32_t last);
/// Reports the conditions that are left, which makes the page a draft. Own ones must stand in page.body.
void hold_unsettled(ImportPage& page);

}  // namespace tailorbird
