#include "write/paper_parts.hpp"

#include <pugixml.hpp>
#include <sstream>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

// pugixml searches class names as text; the blanks make them whole words.
constexpr const char* sheets_path =
    "//div[contains(concat(' ',@class,' '),' sheet ') and (contains(concat(' ',@class,' '),' checklist ') or "
    "contains(concat(' ',@class,' '),' conversation '))]";
constexpr const char* points_path = "(//div[contains(concat(' ',@class,' '),' key-points ')])[1]/ul/li";

/// Serialises so that HTML and XML parsers agree: void elements are self-closing, all others have an end tag.
std::string xml_of(const pugi::xml_node& node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw | pugi::format_no_declaration | pugi::format_no_empty_element_tags);
  std::string xml = out.str();
  for (const std::string_view name : {"br", "hr", "img"})
    xml = replace_all(xml, "></" + std::string(name) + ">", "/>");
  return xml;
}

/// Removes links within the booklet from a sheet, which readers get without the booklet.
void unlink(const pugi::xml_node& document) {
  for (const pugi::xpath_node& found : document.select_nodes("//a[starts-with(@href,'#')]")) {
    pugi::xml_node node = found.node();
    node.set_name("span");
    node.remove_attribute("href");
  }
}

std::string inner_xml(const pugi::xml_node& node) {
  std::string xml;
  for (const pugi::xml_node& child : node.children()) xml += xml_of(child);
  return xml;
}

}  // namespace

std::optional<PaperParts> paper_parts(std::string_view section) {
  pugi::xml_document document;
  if (!document.load_buffer(section.data(), section.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                            pugi::encoding_utf8))
    return std::nullopt;
  unlink(document);
  PaperParts parts;
  const std::string title = document.select_node("//h1").node().text().get();
  for (const pugi::xpath_node& found : document.select_nodes(sheets_path)) {
    pugi::xml_node node = found.node();
    node.remove_attribute("id");  // the page in the booklet has the same id
    parts.sheets.push_back({title, xml_of(node)});
  }
  for (const pugi::xpath_node& found : document.select_nodes(points_path))
    parts.points.push_back(inner_xml(found.node()));
  return parts;
}

}  // namespace tailorbird
