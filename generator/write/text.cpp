// Format `text`: an edition as one Markdown file for each language.

#include <fmt/format.h>

#include "write/all_formats.hpp"
#include "write/edition_files.hpp"
#include "write/markdown_text.hpp"

namespace tailorbird {
namespace {

class TextPackager : public EditionFilePackager {
 public:
  using EditionFilePackager::EditionFilePackager;

  Result<void> add_edition(const RenderedEdition& rendered, Diagnostics& diagnostics) override {
    const Edition& edition = rendered.renderer->context().edition;
    std::string sections = rendered.renderer->around("text-head", {}, diagnostics);
    for (const OutputFile& page : rendered.pages) sections += page.bytes;
    sections += rendered.renderer->around("people-paper", {}, diagnostics);
    for (const OutputFile& extra : rendered.extras) {
      if (extra.path.ends_with(".html")) sections += extra.bytes;
    }
    std::optional<std::string> text = markdown_text(sections);
    if (!text) {
      diagnostics.add("theme-not-well-formed", {"themes/" + request().theme.name, {}, 0},
                      fmt::format("the pages of `{}` are not well-formed XML", edition.id()));
      return {};
    }
    return put(edition, name_of(edition) + ".md", std::move(*text));
  }
};

std::unique_ptr<Packager> open_text(const PackageRequest& request) {
  return std::make_unique<TextPackager>(request);
}

}  // namespace

/// <profile>-<bundle>-<language>.md, one for each language.
const Format text_format = {
    .id = "text",
    .summary = "one Markdown file for each language, for assistants, screen readers and translators",
    .open = open_text,
    .rendition = {PageAddress::one_file, Medium::paper},
    .cost = 1120,
};

}  // namespace tailorbird
