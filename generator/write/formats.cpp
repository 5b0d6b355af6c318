#include <algorithm>
#include <array>

#include "render/redirects.hpp"
#include "write/format.hpp"
#include "write/packagers.hpp"

namespace tailorbird {
namespace {

constexpr Rendition one_file_for_screens{PageAddress::one_file, Medium::screen};
constexpr Rendition one_file_for_paper{PageAddress::one_file, Medium::paper};
constexpr Rendition chapters{PageAddress::xhtml_file, Medium::paper};

// The costs are those of docs/performance.md ("What a format costs"): seconds beside the site by its 3,044
// pages, of the kit by its 170; of the site, what is above `tailorbird check`. Programs that make PDFs are
// not counted.
constexpr auto table = std::to_array<Format>({
    {.id = "site",
     .summary = "a folder of HTML that opens from a double click or any web server, and a zip of it",
     .open = open_site,
     .cost = 1150},
    {.id = "scorm12",
     .summary = "one zip for each language, for learning systems that take SCORM 1.2",
     .open = open_scorm12,
     .check = check_scorm12,
     .tracks = true,
     .cost = 1060},
    {.id = "scorm2004",
     .summary = "the same for SCORM 2004, 4th or 3rd edition",
     .open = open_scorm2004,
     .check = check_scorm2004,
     .tracks = true,
     .cost = 795},
    {.id = "cmi5",
     .summary = "the same for cmi5: systems with a learning record store",
     .open = open_cmi5,
     .check = check_cmi5,
     .tracks = true,
     .cost = 620},
    {.id = "imscc",
     .summary = "the pages alone as Common Cartridge 1.3, to import into a course: nothing is recorded",
     .open = open_cartridge,
     .cost = 520},
    {.id = "single",
     .summary = "one HTML file for each language, to send by mail or carry on a stick",
     .open = open_single,
     .rendition = one_file_for_screens,
     .cost = 690},
    {.id = "text",
     .summary = "one Markdown file for each language, for assistants, screen readers and translators",
     .open = open_text,
     .rendition = one_file_for_paper,
     .cost = 1120},
    {.id = "epub",
     .summary = "one e-book for each language (EPUB 3.3)",
     .open = open_epub,
     .rendition = chapters,
     .cost = 795},
    {.id = "booklet",
     .summary = "to print: a booklet, sheets to hand out, pocket cards; PDF where WeasyPrint is installed",
     .open = open_booklet,
     .rendition = one_file_for_paper,
     .cost = 985},
    {.id = "links",
     .summary = "short links to each step, for another system or an intranet: a table, JSON, pieces of HTML",
     .open = open_links,
     .pages = entry_pages,
     .cost = 45},
    {.id = "kit",
     .summary =
         "the roll-out kit of an organisation: documents to print and to edit, calendar, code, files for IT",
     .open = open_kit,
     .cost = 4280},
});

}  // namespace

std::span<const Format> formats() { return table; }

std::vector<std::string> format_ids() {
  std::vector<std::string> ids;
  for (const Format& format : table) ids.emplace_back(format.id);
  return ids;
}

bool is_written_as(const Bundle& bundle, std::string_view id) {
  return std::find(bundle.formats.begin(), bundle.formats.end(), id) != bundle.formats.end();
}

}  // namespace tailorbird
