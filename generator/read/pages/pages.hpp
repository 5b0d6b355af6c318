#pragma once
// One Markdown file → Page: front matter, body, and what its name may be.

#include "model/page.hpp"
#include "model/site.hpp"
#include "read/yaml/text_checks.hpp"

namespace tailorbird {

/// Where a Markdown file belongs.
struct PagePlace {
  std::string language;
  std::string path;        // below the language folder
  std::string overlay_of;  // profile id; empty: content/
};

struct PageRead {
  Page page;
  bool usable = true;  // false: for whom it is could not be read, or its text is no text; it is in no edition
  Diagnostics diagnostics;
};

PageRead read_page(const TextFile& file, const PagePlace& place, const Site& site);

/// Whether a folder of `path` or its name begins with `_`.
bool is_partial_path(std::string_view path);

/// A condition that holds for nobody: that of a page whose own condition could not be read.
Condition nobody_at_all();

}  // namespace tailorbird
