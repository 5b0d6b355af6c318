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

constexpr auto table = std::to_array<Format>({
    {.id = "site",
     .summary = "a folder of HTML that opens from a double click or any web server, and a zip of it",
     .open = open_site},
    {.id = "scorm12",
     .summary = "one zip for each language, for learning systems that take SCORM 1.2",
     .open = open_scorm12,
     .check = check_scorm12,
     .tracks = true},
    {.id = "scorm2004",
     .summary = "the same for SCORM 2004, 4th or 3rd edition",
     .open = open_scorm2004,
     .check = check_scorm2004,
     .tracks = true},
    {.id = "cmi5",
     .summary = "the same for cmi5: systems with a learning record store",
     .open = open_cmi5,
     .check = check_cmi5,
     .tracks = true},
    {.id = "imscc",
     .summary = "the pages alone as Common Cartridge 1.3, to import into a course: nothing is recorded",
     .open = open_cartridge},
    {.id = "single",
     .summary = "one HTML file for each language, to send by mail or carry on a stick",
     .open = open_single,
     .rendition = one_file_for_screens},
    {.id = "text",
     .summary = "one Markdown file for each language, for assistants, screen readers and translators",
     .open = open_text,
     .rendition = one_file_for_paper},
    {.id = "epub",
     .summary = "one e-book for each language (EPUB 3.3)",
     .open = open_epub,
     .rendition = chapters},
    {.id = "booklet",
     .summary = "to print: a booklet, sheets to hand out, pocket cards; PDF where WeasyPrint is installed",
     .open = open_booklet,
     .rendition = one_file_for_paper},
    {.id = "links",
     .summary = "short links to each step, for another system or an intranet: a table, JSON, pieces of HTML",
     .open = open_links,
     .pages = entry_pages},
    {.id = "kit",
     .summary =
         "the roll-out kit of an organisation: documents to print and to edit, calendar, code, files for IT",
     .open = open_kit},
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
