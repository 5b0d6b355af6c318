// Format `booklet`: an edition on paper. For each language a booklet in A4, A5 and large print, its
// checklists and conversations as sheets to hand out, and a pocket card for each step: HTML that a browser
// prints, and PDF where an engine is installed.

#include <array>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "text/html_escape.hpp"
#include "write/all_formats.hpp"
#include "write/edition_files.hpp"
#include "write/imposed_pdf.hpp"
#include "write/paper_parts.hpp"
#include "write/pdf_engine.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view format_name = "booklet";
constexpr std::size_t points_on_a_card = 3;

/// A document of the format: its paper and its type size.
struct PaperSize {
  std::string_view name;  // at the end of the file's name
  std::string_view page;  // the @page rule
  std::string_view letters;
};
constexpr auto booklets = std::to_array<PaperSize>({{"a4", "size:A4;margin:20mm 18mm 22mm", "11pt"},
                                                    {"a5", "size:A5;margin:14mm 12mm 16mm", "9.5pt"},
                                                    {"large", "size:A4;margin:18mm 16mm 22mm", "17pt"}});
constexpr std::string_view folded_size = "-a5";
constexpr PaperSize sheet_size{"sheets", "size:A4;margin:16mm", "12pt"};
constexpr PaperSize card_size{"cards", "size:A6;margin:7mm", "8pt"};

class BookletPackager : public EditionFilePackager {
 public:
  using EditionFilePackager::EditionFilePackager;

  Result<void> add_edition(const RenderedEdition& rendered, Diagnostics& diagnostics) override {
    show_to_guard(rendered);
    const EditionRenderer& renderer = *rendered.renderer;
    const std::string people = renderer.around("people-paper", {}, diagnostics);
    const LayoutTexts texts = {{"logo", logo()}, {"sections", sections(rendered)}, {"people", people}};
    for (const PaperSize& size : booklets) {
      if (auto put = put_document(rendered, "booklet", size, texts, diagnostics); !put) return put;
    }
    const std::vector<PaperParts> parts = parts_of(rendered, diagnostics);
    if (auto put = put_loose(rendered, "sheets", sheet_size, sheets(parts), diagnostics); !put) return put;
    return put_loose(rendered, "cards", card_size, cards(rendered, parts, diagnostics), diagnostics);
  }

  Result<void> finish(Diagnostics& diagnostics) override {
    const std::optional<fs::path> engine = find_pdf_engine();
    if (!engine) {
      diagnostics.add("booklet-without-pdf", request().bundle.where,
                      "WeasyPrint is not installed, so the booklet is HTML to print and no PDF");
      return {};
    }
    // The PDF engine takes seconds for each document.
    std::vector<Result<void>> made(documents_.size());
    parallel_for(documents_.size(), request().jobs,
                 [&](std::size_t index) { made[index] = put_pdf(*engine, documents_[index]); });
    for (const Result<void>& one : made) {
      if (!one) return one;
    }
    return put_folded();
  }

 private:
  /// Adds sheets or cards to hand out, if the edition has any.
  Result<void> put_loose(const RenderedEdition& rendered, std::string_view layout, const PaperSize& size,
                         std::string html, Diagnostics& diagnostics) {
    if (html.empty()) return {};
    return put_document(rendered, layout, size, {{std::string(layout), std::move(html)}}, diagnostics);
  }

  Result<void> put_pdf(const fs::path& engine, const std::string& html) {
    const std::string pdf = html.substr(0, html.rfind('.')) + ".pdf";
    const Staging& staging = request().staging;
    if (auto made = make_pdf(engine, staging.staged(html), staging.staged(pdf)); !made) return made;
    return files().note(pdf);
  }

  /// A5 is half of A4: the same booklet for a printer that prints two pages on each side.
  Result<void> put_folded() {
    for (const std::string& html : documents_) {
      const std::string name = html.substr(0, html.rfind('.'));
      if (!name.ends_with(folded_size)) continue;
      const Staging& staging = request().staging;
      if (auto put = impose(staging.staged(name + ".pdf"), staging.staged(name + "-fold.pdf")); !put)
        return put;
      if (auto noted = files().note(name + "-fold.pdf"); !noted) return noted;
    }
    return {};
  }

  Result<void> put_document(const RenderedEdition& rendered, std::string_view layout, const PaperSize& size,
                            LayoutTexts texts, Diagnostics& diagnostics) {
    const Edition& edition = rendered.renderer->context().edition;
    const std::string style = fmt::format("@page{{{}}}\nhtml{{font-size:{}}}\n", size.page, size.letters) +
                              std::string(shared("assets/colours.css")) +
                              request().theme.of_format(format_name).style;
    texts["style"] = style;
    texts["style-hash"] = sha256_base64(style);
    texts["size"] = size.name;
    const std::string name = fmt::format("{}-{}.html", name_of(edition), size.name);
    documents_.push_back(folder() + "/" + name);
    return put(edition, name, rendered.renderer->around(layout, texts, diagnostics));
  }

  /// By index in Edition::pages.
  std::vector<PaperParts> parts_of(const RenderedEdition& rendered, Diagnostics& diagnostics) const {
    std::vector<PaperParts> parts;
    for (const OutputFile& page : rendered.pages) {
      std::optional<PaperParts> found = paper_parts(page.bytes);
      if (!found)
        diagnostics.add("theme-not-well-formed", {"themes/" + request().theme.name, {}, 0},
                        fmt::format("`{}` is not well-formed XML", page.path));
      parts.push_back(found.value_or(PaperParts{}));
    }
    return parts;
  }

  static std::string sheets(const std::vector<PaperParts>& parts) {
    std::string html;
    for (const PaperParts& page : parts) {
      for (const Sheet& sheet : page.sheets)
        html += fmt::format("<section class=\"one-sheet\">\n<p class=\"sheet-from\">{}</p>\n{}\n</section>\n",
                            html_escaped(sheet.page), sheet.xml);
    }
    return html;
  }

  /// A card for each step that has a first page: its name, three points, whom to call, the quiet place.
  static std::string cards(const RenderedEdition& rendered, const std::vector<PaperParts>& parts,
                           Diagnostics& diagnostics) {
    const RenderContext& context = rendered.renderer->context();
    const Edition& edition = context.edition;
    const auto room = edition.variables.find("quiet-room");
    std::string html;
    for (const Step& step : context.navigation.steps) {
      if (step.landings.empty()) continue;
      const std::vector<std::string>& points = parts[step.landings.front()].points;
      std::string list;
      for (std::size_t index = 0; index < points.size() && index < points_on_a_card; ++index)
        list += "<li>" + points[index] + "</li>\n";
      if (list.empty()) continue;
      const Site& site = edition.project->site;
      const DimensionValue& value = site.dimensions[*site.path_dimension].values[step.value];
      html += rendered.renderer->around(
          "card",
          {{"step-label", std::string(value.label.in(edition.locale))},
           {"points", list},
           {"quiet-room", room == edition.variables.end() ? std::string{} : room->second.text}},
          diagnostics);
    }
    return html;
  }

  std::vector<std::string> documents_;  // from the output's folder
};

std::unique_ptr<Packager> open_booklet(const PackageRequest& request) {
  return std::make_unique<BookletPackager>(request);
}

}  // namespace

/// <profile>-<bundle>-<language>-a4.html and others, and PDF where an engine is installed.
const Format booklet_format = {
    .id = "booklet",
    .summary = "to print: a booklet, sheets to hand out, pocket cards; PDF where WeasyPrint is installed",
    .open = open_booklet,
    .rendition = {PageAddress::one_file, Medium::paper},
    .cost = 985,
};

}  // namespace tailorbird
