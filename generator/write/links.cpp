// Format `links`: the short entry links of a bundle, for those who link to it: an absence system, an
// intranet, a letter. The pages behind them are part of the site (render/redirects.hpp); here they are a
// table, JSON, and ready pieces of HTML.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/strings.hpp"
#include "render/redirects.hpp"
#include "text/html_escape.hpp"
#include "write/all_formats.hpp"
#include "write/edition_files.hpp"

namespace tailorbird {
namespace {

/// A cell as RFC 4180 writes it. A quote is put before a character that a spreadsheet would take for the
/// beginning of a formula.
std::string csv_cell(std::string_view text) {
  const bool formula = !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
  return std::string(formula ? "\"'" : "\"") + replace_all(text, "\"", "\"\"") + "\"";
}

class LinksPackager : public EditionFilePackager {
 public:
  using EditionFilePackager::EditionFilePackager;

  Result<void> add(std::string_view /*language*/, const FinishedFile& /*file*/) override { return {}; }

  Result<void> finish(Diagnostics& /*diagnostics*/) override {
    std::string csv = "bundle,language,step,readers,title,link\r\n";
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Edition* edition : request().editions) {
      const std::vector<EntryLink> links = entry_links(*edition, make_navigation(*edition));
      const std::string bundle(edition->bundle->title.in(edition->locale));
      for (const EntryLink& link : links) {
        const std::string& title = edition->page(link.page).front.title;
        csv += csv_cell(bundle) + "," + csv_cell(edition->language) + "," + csv_cell(link.step_label) + "," +
               csv_cell(link.readers) + "," + csv_cell(title) + "," + csv_cell(link.path) + "\r\n";
        all.push_back({{"bundle", bundle},
                       {"language", edition->language},
                       {"step", link.step_id},
                       {"stepLabel", link.step_label},
                       {"readers", link.readers},
                       {"title", title},
                       {"link", link.path}});
      }
      const std::string name = fmt::format("{}-links.html", name_of(*edition));
      if (auto written = put(*edition, name, snippets(*edition, links)); !written) return written;
    }
    if (request().editions.empty()) return {};
    const std::string name = fmt::format("{}-{}-links", request().profile.id, request().bundle.id);
    if (auto written = put_shared(name + ".csv", std::move(csv)); !written) return written;
    return put_shared(name + ".json", all.dump(2) + "\n");
  }

 private:
  /// A banner for an intranet and a line for each step; whoever copies one puts the site's address in front.
  std::string snippets(const Edition& edition, const std::vector<EntryLink>& links) const {
    const std::string site = html_escaped(edition.project->site.title.in(edition.locale));
    const std::string bundle = html_escaped(edition.bundle->title.in(edition.locale));
    std::string html = "<!-- " + html_escaped(request().theme.word(edition.language, "links-how")) + " -->\n";
    for (const EntryLink& link : links) {
      const Page& page = edition.page(link.page);
      const std::string label = link.step_label.empty() ? site + (bundle.empty() ? "" : ": " + bundle)
                                                        : html_escaped(link.step_label);
      html += fmt::format("\n<p lang=\"{}\"><a href=\"https://ADDRESS/{}\">{}</a>", edition.language,
                          link.path, label);
      if (!page.front.summary.empty()) html += " " + html_escaped(page.front.summary);
      if (!link.readers.empty()) html += " (" + html_escaped(link.readers) + ")";
      html += "</p>\n";
    }
    return html;
  }
};

std::unique_ptr<Packager> open_links(const PackageRequest& request) {
  return std::make_unique<LinksPackager>(request);
}

}  // namespace

/// <profile>-<bundle>-links.csv, .json, and <profile>-<bundle>-<language>-links.html.
const Format links_format = {
    .id = "links",
    .summary = "short links to each step, for another system or an intranet: a table, JSON, pieces of HTML",
    .open = open_links,
    .pages = entry_pages,
    .cost = 45,
};

}  // namespace tailorbird
