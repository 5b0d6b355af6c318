#pragma once
// Addresses that outlive the shape of a guide: short entry links ("go/nl-2.html"), and pages at the places of
// those that were moved (`aliases` in front matter). Each is a small page that leads on without script.

#include <string>
#include <vector>

#include "render/render.hpp"

namespace tailorbird {

/// Where entry links are, from the bundle's folder.
inline constexpr std::string_view entry_folder = "go/";

/// A short address for systems and people outside: made of the language and numbers alone, so that it names
/// nobody, no day and no illness. The number of a step is that of its value in site.yaml, that of a group of
/// readers too: values that are added at the end change no link.
struct EntryLink {
  std::string path;        // "go/nl-2.html", "go/nl-2-3.html"
  std::size_t page = 0;    // where it leads: index in Edition::pages
  std::string step_id;     // of the path's dimension: "plan"; empty: the start
  std::string step_label;  // in the edition's language
  std::string readers;     // for whom the page is, beyond the step, in words; empty: all of the bundle
};

/// The start, each step with a first page, and each first page of a step that has several.
std::vector<EntryLink> entry_links(const Edition& edition, const Navigation& navigation);

/// The pages behind the entry links.
std::vector<OutputFile> entry_pages(const RenderContext& context, Diagnostics& diagnostics);

/// A page for each of `aliases` of a page, at its old place.
std::vector<OutputFile> alias_pages(const RenderContext& context, std::size_t page, Diagnostics& diagnostics);

}  // namespace tailorbird
