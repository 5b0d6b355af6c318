#include <fmt/format.h>
#include <set>
#include <string_view>

#include "check/all_checks.hpp"

namespace tailorbird {

void check_rules(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  std::set<std::string_view> used;
  for (std::size_t page = 0; page < project.pages.size(); ++page) {
    for (const VariableUse& use : programs(page).variables) used.insert(use.name);
  }
  for (const auto& [name, value] : project.site.variables) {
    if (!name.starts_with("rule.") || used.contains(name)) continue;
    diagnostics.add("rule-unused", {"content/rules.yaml", {}, 0},
                    fmt::format("no page uses the rule `{}`", name.substr(name.find('.') + 1)));
  }
}

}  // namespace tailorbird
