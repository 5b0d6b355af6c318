#include "import/dita_map.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "compile/blocks/href.hpp"
#include "package/xml_document.hpp"

namespace tailorbird {
namespace {

void read_topics(pugi::xml_node element, const std::string& file, DitaMap& map) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string href = child.attribute("href").value();
    const std::string path = href.empty() ? std::string() : dita_target(href, file).path;
    for (const std::string_view key : words(child.attribute("keys").value())) {
      if (!path.empty()) map.keys.emplace(key, path);
      const pugi::xml_node keyword = child.child("topicmeta").child("keywords").child("keyword");
      if (keyword) map.words.emplace(key, keyword.child_value());
    }
    const bool is_topic = std::string_view(child.attribute("processing-role").value()) != "resource-only" &&
                          std::string_view(child.name()) != "keydef";
    if (!path.empty() && is_topic && !path.ends_with(".ditamap"))
      map.order.emplace(path, 10 * (static_cast<int>(map.order.size()) + 1));
    read_topics(child, file, map);
  }
}

}  // namespace

DitaTarget dita_target(std::string_view href, std::string_view from) {
  const std::size_t hash = href.find('#');
  const std::string path = percent_decoded(href.substr(0, hash));
  DitaTarget target{path.empty() ? std::string() : normalise_path(std::string(folder_of(from)) + path), "",
                    ""};
  if (hash == std::string_view::npos) return target;
  const std::string_view place = href.substr(hash + 1);
  const std::size_t between = place.find('/');
  target.topic = place.substr(0, between);
  if (between != std::string_view::npos) target.element = place.substr(between + 1);
  return target;
}

DitaMap read_dita_maps(const SourceTree& tree) {
  DitaMap map;
  for (const std::string& path : tree.paths) {
    if (!path.ends_with(".ditamap")) continue;
    const Result<std::string> bytes = tree.read(path);
    if (bytes) read_topics(read_xml(*bytes)->root(), path, map);
  }
  return map;
}

}  // namespace tailorbird
