// Browsers store the answers of some components under their id: two pages with one id would share their
// ticks.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <string>

#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

constexpr auto kept_roles = std::to_array<std::string_view>({"checklist", "plan"});

bool is_kept(const Part& part) {
  return !part.id.empty() && std::find(kept_roles.begin(), kept_roles.end(), part.role) != kept_roles.end();
}

/// Where the id is written, for messages.
SourceRange place_of(const Program& program, const ComponentUse& use) {
  return {program.file, use.root.where, use.length};
}

}  // namespace

void check_kept_ids(const EditionView& view, Diagnostics& diagnostics) {
  std::map<std::pair<std::string, std::string>, SourceRange> first;  // (role, id) → where it is used first
  for (const EditionPage& page : view.edition.pages) {
    const Program& program = view.programs(page.page);
    for (const ComponentUse& use : program.components) {
      if (!is_kept(use.root)) continue;
      const SourceRange place = place_of(program, use);
      const auto [known, added] = first.emplace(std::pair(use.root.role, use.root.id), place);
      if (added || known->second.file == place.file) continue;
      Diagnostic& found = diagnostics.add(
          "id-shared", place, fmt::format("another page has a {} `#{}` too", use.root.role, use.root.id),
          fmt::format("Give one of them another id: `#{}-2`.", use.root.id));
      found.related.push_back({known->second, "the other one"});
      found.editions = {view.edition.id()};
    }
  }
}

}  // namespace tailorbird
