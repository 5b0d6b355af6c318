// Reports files with a probably misspelt name: partials that no page includes, and pages of an overlay that
// replace nothing. Often one letter is wrong, and readers get the common text instead of that of their
// organisation.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "check/all_checks.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

using Paths = std::set<std::string>;

/// By language, the paths that pages and partials include.
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
  if (!is_own) added.severity = Severity::note;  // a draft or a future page may include it
}

/// Whether the two differ in one place only, by at most two characters that are not digits: a typing error
/// rather than another page.
bool is_slip_of(std::string_view name, std::string_view other) {
  constexpr std::size_t most = 2;
  const std::size_t least = std::min(name.size(), other.size());
  std::size_t before = 0;
  while (before < least && name[before] == other[before]) ++before;
  std::size_t after = 0;
  while (after < least - before && name[name.size() - 1 - after] == other[other.size() - 1 - after]) ++after;
  const std::string differing(name.substr(before, name.size() - before - after));
  return std::max(name.size(), other.size()) - before - after <= most &&
         differing.find_first_of("0123456789") == std::string::npos;
}

using PathsByFolder = std::map<std::pair<std::string, std::string>, Paths>;  // language, overlay_of → paths

PathsByFolder page_paths(const Project& project) {
  PathsByFolder paths;
  for (const Page& page : project.pages) {
    if (!page.partial) paths[{page.language, page.overlay_of}].insert(page.path);
  }
  return paths;
}

/// Reports pages of an overlay with nearly the name of a common page, which they probably should replace.
void check_overlay_pages(const Project& project, Diagnostics& diagnostics) {
  const PathsByFolder paths = page_paths(project);
  static const Paths none;
  for (const Page& page : project.pages) {
    if (page.partial || page.overlay_of.empty()) continue;
    const auto of_all = paths.find({page.language, ""});
    const Paths& common = of_all == paths.end() ? none : of_all->second;
    if (common.contains(page.path)) continue;
    const Paths& own = paths.at({page.language, page.overlay_of});
    const auto meant = std::find_if(common.begin(), common.end(), [&](const std::string& path) {
      return is_slip_of(page.path, path) && !own.contains(path);
    });
    if (meant == common.end()) continue;
    diagnostics.add("overlay-unmatched", {page.file, {}, 0},
                    fmt::format("there is no common page `{}`, so this file replaces nothing", page.path),
                    fmt::format("did you mean `{}`? Nothing to do if it is a page of its own", *meant));
  }
}

}  // namespace

void check_partials(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  check_overlay_pages(project, diagnostics);
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
