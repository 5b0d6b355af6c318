#pragma once
// Conditions that stand in a source: each must be translated, or its text left out, or its page be a draft.

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace tailorbird {

enum class ConditionKind : std::uint8_t {
  mark,     // attributes in braces: `{.content-visible when-profile="boss"}`
  own,      // the same, as this program writes them: `{.only audience="hr"}`; settled by standing in the page
  tag,      // `{% if boss %}`, `::: internal`
  element,  // `<p hidden>`
};

/// Line of the source and kind → as written.
using SeenConditions = std::multimap<std::pair<std::uint32_t, ConditionKind>, std::string>;

}  // namespace tailorbird
