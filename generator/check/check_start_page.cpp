#include <algorithm>
#include <fmt/format.h>

#include "check/all_checks.hpp"

namespace tailorbird {

void check_start_page(const EditionView& view, Diagnostics& diagnostics) {
  const Edition& edition = view.edition;
  if (view.navigation.home >= 0 || edition.bundle->is_kit) return;
  const std::vector<Page>& pages = edition.project->pages;
  const bool is_written = std::any_of(pages.begin(), pages.end(), [&](const Page& page) {
    return page.language == edition.language && !page.partial && page.overlay_of.empty();
  });
  if (!is_written) return;  // reported as bundle-without-pages
  SourceRange where = edition.bundle->where;
  if (where.file.empty()) where.file = edition.profile->file;
  diagnostics
      .add("start-page-missing", where,
           fmt::format("bundle `{}` has no start page in `{}`", edition.bundle->id, edition.language),
           fmt::format("write `content/{}/index.md`, or widen the condition in its front matter",
                       edition.language))
      .editions = {edition.id()};
}

}  // namespace tailorbird
