// Partials that nothing includes: often one letter of the name is wrong, and readers get the common text
// instead of the organisation's.

#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/all_checks.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

using Paths = std::set<std::string>;

/// By language, the paths that some page or partial includes.
std::map<std::string, Paths> included_paths(const Project& project, const ProgramOf& programs) {
  std::map<std::string, Paths> included;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    for (const IncludeUse& use : programs(index).includes)
      included[project.pages[index].language].insert(use.path);
  }
  return included;
}

void report(const Page& page, const Paths& included, Diagnostics& diagnostics) {
  const bool is_own = !page.overlay_of.empty();
  const std::string meant = is_own ? nearest(page.path, {included.begin(), included.end()}) : std::string{};
  Diagnostic& added =
      diagnostics.add("partial-unused", {page.file, {}, 0},
                      is_own ? fmt::format("no page includes `{}`, so this file replaces nothing", page.path)
                             : fmt::format("no page includes `{}`", page.path),
                      meant.empty() ? std::string{} : fmt::format("did you mean `{}`?", meant));
  if (!is_own) added.severity = Severity::note;  // pages to come, or drafts, may include it
}

}  // namespace

void check_partials(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  const std::map<std::string, Paths> included = included_paths(project, programs);
  static const Paths none;
  for (const Page& page : project.pages) {
    if (!page.partial) continue;
    const auto of_language = included.find(page.language);
    const Paths& paths = of_language == included.end() ? none : of_language->second;
    if (!paths.contains(page.path)) report(page, paths, diagnostics);
  }
}

}  // namespace tailorbird
