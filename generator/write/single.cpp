// Format `single`: an edition in one HTML file for each language. Everything is in it, so that it works from
// a mail, a chat or a stick, and a strict content security policy allows its one script and its one style by
// their hashes.

#include "base/base64.hpp"
#include "base/hash.hpp"
#include "base/strings.hpp"
#include "write/all_formats.hpp"
#include "write/edition_files.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view format_name = "single";

/// Nothing in a script or style may end its element, nor begin a comment that would swallow the end. Both are
/// written so that strings and patterns keep their meaning.
std::string inlined(std::string_view text) {
  return replace_all(replace_all(text, "</", "<\\/"), "<!--", "<\\!--");
}

std::string icon_address(std::string_view svg) {
  return svg.empty() ? std::string{} : "data:image/svg+xml;base64," + base64(svg);
}

class SinglePackager : public EditionFilePackager {
 public:
  using EditionFilePackager::EditionFilePackager;

  Result<void> add_edition(const RenderedEdition& rendered, Diagnostics& diagnostics) override {
    show_to_guard(rendered);
    const RenderContext& context = rendered.renderer->context();
    const std::string style = this->style();
    const std::string script = this->script(rendered);
    const LayoutTexts texts = {{"style", style},
                               {"style-hash", sha256_base64(style)},
                               {"script", script},
                               {"script-hash", sha256_base64(script)},
                               {"icon", icon_address(shared("assets/favicon.svg"))},
                               {"logo", logo()},
                               {"logo-dark", dark_logo()},
                               {"sections", sections(rendered)}};
    return put(context.edition, name_of(context.edition) + ".html",
               rendered.renderer->around(format_name, texts, diagnostics));
  }

 private:
  /// The theme's files for components, joined.
  std::string of_components(std::string_view ending) const {
    std::string joined;
    for (const auto& [path, bytes] : request().theme.assets) {
      if (path.starts_with("assets/components/") && path.ends_with(ending)) joined += bytes;
    }
    return joined;
  }

  std::string style() const {
    return inlined(std::string(shared("assets/tailorbird.css"))
                       .append(of_components(".css"))
                       .append(shared("assets/colours.css"))
                       .append(request().theme.of_format(format_name).style));
  }

  /// In the order in which a page of a site has them; the search and what it searches last.
  std::string script(const RenderedEdition& rendered) const {
    const std::string& language = rendered.renderer->context().edition.language;
    std::string script(shared("assets/words-" + language + ".js"));
    script.append(shared("assets/tailorbird.js")).append(request().theme.of_format(format_name).script);
    script += of_components(".js");
    for (const OutputFile& extra : rendered.extras) {
      if (extra.path.ends_with(".js")) script += extra.bytes;
    }
    return inlined(script);
  }
};

std::unique_ptr<Packager> open_single(const PackageRequest& request) {
  return std::make_unique<SinglePackager>(request);
}

}  // namespace

/// <profile>-<bundle>-<language>.html, one for each language.
const Format single_format = {
    .id = "single",
    .summary = "one HTML file for each language, to send by mail or carry on a stick",
    .open = open_single,
    .rendition = {PageAddress::one_file, Medium::screen},
    .cost = 690,
};

}  // namespace tailorbird
