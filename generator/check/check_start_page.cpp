#include <fmt/format.h>

#include "check/all_checks.hpp"

namespace tailorbird {

void check_start_page(const EditionView& view, Diagnostics& diagnostics) {
  if (view.navigation.home >= 0) return;
  const Edition& edition = view.edition;
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
