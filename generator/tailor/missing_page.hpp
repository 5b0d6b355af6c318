#pragma once
// Messages for links and includes whose page is not in the edition.

#include <string>
#include <string_view>

#include "tailor/edition.hpp"

namespace tailorbird {

struct MissingPage {
  std::string message;  // "no page `frist-day.md`", "`../hr/plan/index.md` is left out of this edition"
  std::string fix;
  std::string file;  // the page that is meant, from the project's root; it need not exist
};

/// The message for a link from page `from` to `target` (paths below the language folder). `written`: the
/// target as the author wrote it.
MissingPage missing_page(const Edition& edition, std::string_view from, std::string_view target,
                         std::string_view written);

/// The message for an include; `path` is what the author wrote.
MissingPage missing_partial(const Edition& edition, std::string_view path);

}  // namespace tailorbird
