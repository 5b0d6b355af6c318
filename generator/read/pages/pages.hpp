#pragma once
// Reads a Markdown file into a Page: front matter, body, and checks of its name.

#include "model/page.hpp"
#include "model/site.hpp"
#include "read/yaml/text_checks.hpp"

namespace tailorbird {

/// The place of a Markdown file in the project.
struct PagePlace {
  std::string language;
  std::string path;        // below the language folder
  std::string overlay_of;  // profile id; empty: content/
};

struct PageRead {
  Page page;
  bool usable = true;  // false: its readers are unknown or it is not valid text; it is in no edition
  Diagnostics diagnostics;
};

/// The Markdown in the bytes of a page's file, as Page::body has it.
std::string markdown_in(std::string_view bytes);

PageRead read_page(const TextFile& file, const PagePlace& place, const Site& site);

/// Whether `path` is a partial: its name or a folder in it begins with `_`.
bool is_partial_path(std::string_view path);

/// A condition that holds for nobody, given to pages whose own condition could not be read.
Condition nobody_at_all();

}  // namespace tailorbird
