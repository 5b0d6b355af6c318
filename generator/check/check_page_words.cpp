#include <fmt/format.h>

#include "check/all_checks.hpp"
#include "check/each_component.hpp"

namespace tailorbird {

void check_page_words(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  if (page.words > 0 || !page.files.empty() || shows_more_than_words(page.body)) return;
  const Page& source = view.edition.page(page.edition_page);
  diagnostics
      .add("page-empty", {source.file, source.front.title_at, 0},
           fmt::format("page `{}` has no text in this edition", source.front.title))
      .editions = {view.edition.id()};
}

}  // namespace tailorbird
