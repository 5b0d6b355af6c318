#pragma once
// Converts the syntax of other Markdown tools: callouts, tabs, includes, conditions, templates. What has no
// equivalent is reported and left out, and so is text under a condition that is not understood.
//
//   MkDocs        !!! note "Title", ??? tip, === "Tab"
//   Docusaurus    :::note Title, :::note[Title], import and export of MDX
//   Obsidian      > [!info]+ Title, [[page|words]]
//   Hugo          {{< figure src="a.png" >}}, {{% notice tip %}}, {{< ref "page.md" >}}
//   Jekyll        {% include x.md %}, {% if … %}, {% link page.md %}, {{ site.baseurl }}, {: .class}
//   mdBook        {{#include x.md}}
//   Quarto        ::: {.content-visible when-profile="x"}, ::: {.callout-tip}, {{< include x.qmd >}}, ```{r}

#include "import/condition_map.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

/// Changes page.body. An include becomes `{{< include PATH >}}` with the path as written in the source.
void turn_other_tools(ImportPage& page, ConditionMap& conditions);

/// The type of our callout for the name in other tools; empty: none.
std::string_view callout_type(std::string_view name);

}  // namespace tailorbird
