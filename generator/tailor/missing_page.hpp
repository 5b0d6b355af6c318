#pragma once
// What to say about a link or an include whose page is not in the edition.

#include <string>
#include <string_view>

#include "tailor/edition.hpp"

namespace tailorbird {

struct MissingPage {
  std::string message;  // "no page `frist-day.md`", "`../hr/plan/index.md` is left out of this edition"
  std::string fix;
  std::string file;  // of the page that is meant, from the project's root, whether it is there or not
};

/// Why no page `target` can be linked from the page `from` (both from the language folder). `written` is what
/// the author wrote.
MissingPage missing_page(const Edition& edition, std::string_view from, std::string_view target,
                         std::string_view written);

/// The same for a partial to include; `path` is what the author wrote.
MissingPage missing_partial(const Edition& edition, std::string_view path);

}  // namespace tailorbird
