#include <fmt/format.h>
#include <set>
#include <string_view>

#include "check/all_checks.hpp"

namespace tailorbird {

void check_sources(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  std::set<std::string_view> named;
  for (const Page& page : project.pages) named.insert(page.front.sources.begin(), page.front.sources.end());
  for (const Source& source : project.site.sources) {
    if (named.contains(source.id)) continue;
    diagnostics.add("source-unused", {"content/sources.yaml", {}, 0},
                    fmt::format("no page names the source `{}`", source.id));
  }
}

}  // namespace tailorbird
