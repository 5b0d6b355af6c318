#include <algorithm>
#include <array>

#include "render/redirects.hpp"
#include "write/format.hpp"
#include "write/packagers.hpp"

namespace tailorbird {
namespace {

constexpr auto table = std::to_array<Format>({
    {"site", "a folder of HTML that opens from a double click or any web server, and a zip of it", open_site},
    {"scorm12",
     "one zip for each language, for learning systems that take SCORM 1.2",
     open_scorm12,
     check_scorm12,
     {},
     nullptr,
     true},
    {"scorm2004",
     "the same for SCORM 2004, 4th or 3rd edition",
     open_scorm2004,
     check_scorm2004,
     {},
     nullptr,
     true},
    {"cmi5",
     "the same for cmi5: systems with a learning record store",
     open_cmi5,
     check_cmi5,
     {},
     nullptr,
     true},
    {"imscc", "the pages alone as Common Cartridge 1.3, to import into a course: nothing is recorded",
     open_cartridge},
    {"single",
     "one HTML file for each language, to send by mail or carry on a stick",
     open_single,
     nullptr,
     {PageAddress::one_file, Medium::screen}},
    {"text",
     "one Markdown file for each language, for assistants, screen readers and translators",
     open_text,
     nullptr,
     {PageAddress::one_file, Medium::paper}},
    {"epub",
     "one e-book for each language (EPUB 3.3)",
     open_epub,
     nullptr,
     {PageAddress::xhtml_file, Medium::paper}},
    {"booklet",
     "to print: a booklet, sheets to hand out, pocket cards; PDF where WeasyPrint is installed",
     open_booklet,
     nullptr,
     {PageAddress::one_file, Medium::paper}},
    {"links",
     "short links to each step, for an absence system or an intranet: a table, JSON, pieces of HTML",
     open_links,
     nullptr,
     {},
     entry_pages},
    {"kit",
     "the roll-out kit of an organisation: documents to print and to edit, calendar, code, files for IT",
     open_kit},
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

const Format* find_format(std::string_view id) {
  const auto row = std::find_if(table.begin(), table.end(), [&](const Format& one) { return one.id == id; });
  return row == table.end() ? nullptr : &*row;
}

}  // namespace tailorbird
