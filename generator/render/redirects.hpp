#pragma once
// Redirect pages for addresses that must stay valid: short entry links ("go/nl-2.html"), and the old
// addresses of moved pages (`aliases` in front matter). They redirect without script.

#include <string>
#include <vector>

#include "render/render.hpp"

namespace tailorbird {

/// The folder of entry links, relative to the bundle's folder.
inline constexpr std::string_view entry_folder = "go/";

/// A short address for use in other systems. It consists of the language and numbers alone, so that it
/// reveals no person, date or illness. The numbers are positions of values in site.yaml: adding values at the
/// end changes no link.
struct EntryLink {
  std::string path;        // "go/nl-2.html", "go/nl-2-3.html"
  std::size_t page = 0;    // the target: index in Edition::pages
  std::string step_id;     // of the path's dimension: "plan"; empty: the start
  std::string step_label;  // in the edition's language
  std::string readers;  // for whom the page is besides the step, in words; empty: all readers of the bundle
};

/// Links to the start page, to each step that has a first page, and to each first page of a step that has
/// several.
std::vector<EntryLink> entry_links(const Edition& edition, const Navigation& navigation);

/// The redirect pages of the entry links.
std::vector<OutputFile> entry_pages(const RenderContext& context, Diagnostics& diagnostics);

/// A redirect page at each old address (`aliases`) of the page.
std::vector<OutputFile> alias_pages(const RenderContext& context, std::size_t page, Diagnostics& diagnostics);

}  // namespace tailorbird
