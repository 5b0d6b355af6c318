#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

std::vector<std::string> lacking_facts(const FrontMatter& front) {
  std::vector<std::string> lacking;
  if (front.owner.empty()) lacking.emplace_back("`owner`");
  if (front.reviewed.empty()) lacking.emplace_back("`reviewed`");
  if (front.review_in_days == 0) lacking.emplace_back("`review-in`");
  return lacking;
}

}  // namespace

void check_page_facts(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  // Without any reviewed page, the project does not work with review dates.
  const bool reviews = std::any_of(project.pages.begin(), project.pages.end(),
                                   [](const Page& page) { return lacking_facts(page.front).empty(); });
  if (!reviews) return;
  for (const Page& page : project.pages) {
    const std::vector<std::string> lacking = lacking_facts(page.front);
    if (page.partial || page.front.draft || lacking.empty()) continue;
    if (!page.has_text) continue;  // reported as empty
    diagnostics.add("review-date-missing", {page.file, page.front.title_at, 0},
                    fmt::format("page `{}` has no {}", page.front.title, join(lacking, ", no ")));
  }
}

}  // namespace tailorbird
