#include <algorithm>
#include <fmt/format.h>

#include "check/all_checks.hpp"

namespace tailorbird {

void check_page_words(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const bool has_component = std::any_of(page.body.begin(), page.body.end(),
                                         [](const Segment& segment) { return !segment.component.empty(); });
  if (page.words > 0 || has_component || !page.files.empty()) return;
  const Page& source = view.edition.page(page.edition_page);
  diagnostics
      .add("page-empty", {source.file, source.front.title_at, 0},
           fmt::format("page `{}` has no text in this edition", source.front.title))
      .editions = {view.edition.id()};
}

}  // namespace tailorbird
