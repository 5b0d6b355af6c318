#include "import/dita_map.hpp"

#include <memory>
#include <set>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "compile/blocks/href.hpp"
#include "import/dita_conditions.hpp"
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

// --- For whom topics are listed ---

using MapFiles = std::map<std::string, std::unique_ptr<XmlDocument>, std::less<>>;

/// Goes through the maps from those that no other map inserts; conditions are inherited, into inserted maps
/// too.
class MapReaders {
 public:
  MapReaders(const MapFiles& files, ConditionMap& conditions, DitaMap& map)
      : files_(files), conditions_(conditions), map_(map) {}

  void read() {
    std::set<std::string> inserted;
    for (const auto& [path, document] : files_) note_inserted(document->root(), path, inserted);
    for (const auto& [path, document] : files_)
      if (!inserted.contains(path)) read_map(path, {}, true);
    for (const auto& [path, document] : files_)
      if (!read_.contains(path)) read_map(path, {}, true);  // maps in a circle
    // A topic that is only a resource has the readers of its definition.
    for (auto& [path, use] : resources_) map_.topics.emplace(path, std::move(use));
  }

 private:
  static std::string target(pugi::xml_node element, const std::string& file) {
    const std::string href = element.attribute("href").value();
    return href.empty() ? std::string() : dita_target(href, file).path;
  }

  static void note_inserted(pugi::xml_node element, const std::string& file,
                            std::set<std::string>& inserted) {
    for (const pugi::xml_node child : element.children()) {
      if (const std::string path = target(child, file); path.ends_with(".ditamap") && path != file)
        inserted.insert(path);
      note_inserted(child, file, inserted);
    }
  }

  void read_map(const std::string& path, const DitaUse& around, bool lists) {
    const auto file = files_.find(path);
    if (file == files_.end() || !open_.insert(path).second) return;
    read_.insert(path);
    element(file->second->root(), *file->second, path, around, lists);
    open_.erase(path);
  }

  /// `lists`: outside tables of relations and definitions, which list no topic.
  void element(pugi::xml_node here, const XmlDocument& document, const std::string& file,
               const DitaUse& around, bool lists) {
    DitaUse use = around;
    use.readers =
        both(use.readers, dita_readers(here, file, document.position(here).line, conditions_, use.told));
    if (here.child("ditavalref")) {  // a filter of its own, in a file that is not read
      use.readers.kind = MappedReaders::Kind::unknown;
      use.told.push_back({"condition-unmapped", file, document.position(here).line, "`<ditavalref>`"});
    }
    const std::string_view name = here.name();
    const bool resource = name == "keydef" || name == "reltable" ||
                          std::string_view(here.attribute("processing-role").value()) == "resource-only";
    lists = lists && !resource;
    for (const std::string_view key : words(here.attribute("keys").value()))
      map_.defined.emplace(key, use);  // the first definition counts
    std::string path = target(here, file);
    const auto by_key = map_.keys.find(std::string_view(here.attribute("keyref").value()));
    if (path.empty() && by_key != map_.keys.end()) path = by_key->second;
    if (path.ends_with(".ditamap") && path != file) {
      read_map(path, use, lists);
    } else if (!path.empty()) {
      add(lists ? map_.topics : resources_, path, use);
    }
    for (const pugi::xml_node child : here.children())
      if (child.type() == pugi::node_element && !is_about(child.name()))
        element(child, document, file, use, lists);
  }

  /// Elements about a map or a topic, whose links list nothing.
  static bool is_about(std::string_view name) {
    return name == "topicmeta" || name == "bookmeta" || name == "title" || name == "booktitle";
  }

  /// A topic that is listed twice is for the readers of both places.
  static void add(std::map<std::string, DitaUse, std::less<>>& uses, const std::string& path,
                  const DitaUse& use) {
    const auto [entry, added] = uses.emplace(path, use);
    if (added) return;
    entry->second.readers = either(entry->second.readers, use.readers);
    entry->second.told.insert(entry->second.told.end(), use.told.begin(), use.told.end());
  }

  const MapFiles& files_;
  ConditionMap& conditions_;
  DitaMap& map_;
  std::map<std::string, DitaUse, std::less<>> resources_;
  std::set<std::string> read_;
  std::set<std::string> open_;
};

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

DitaMap read_dita_maps(const SourceTree& tree, ConditionMap& conditions) {
  DitaMap map;
  MapFiles files;
  for (const std::string& path : tree.paths) {
    if (!path.ends_with(".ditamap")) continue;
    const Result<std::string> bytes = tree.read(path);
    if (!bytes) continue;
    const auto [file, added] = files.emplace(path, read_xml(*bytes));
    if (const auto& problem = file->second->problem; problem)
      map.unreadable.push_back({"unreadable", path, problem->where.line, problem->what});
    read_topics(file->second->root(), path, map);
  }
  MapReaders(files, conditions, map).read();
  return map;
}

}  // namespace tailorbird
