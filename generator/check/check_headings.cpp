// Headings after tailoring: one that has lost all that stood under it in some edition.

#include <fmt/format.h>

#include "check/all_checks.hpp"

namespace tailorbird {

void check_headings(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const std::string& file = view.edition.page(page.edition_page).file;
  for (const OutlineEntry& heading : page.outline) {
    if (!heading.empty || heading.where.file != file)
      continue;  // of a partial: told where it is a page's own
    diagnostics
        .add("heading-without-text", heading.where,
             fmt::format("nothing stands under the heading `#{}` for these readers", heading.id))
        .editions = {view.edition.id()};
  }
}

}  // namespace tailorbird
