#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "package/rules.hpp"
#include "write/scorm/manifest.hpp"

namespace tailorbird {
namespace {

/// The file that an href names: without query and fragment, below the xml:base of the elements around it.
std::string target_of(pugi::xml_node node) {
  const std::string_view href = node.attribute("href").value();
  std::string path(href.substr(0, href.find_first_of("?#")));
  for (; node; node = node.parent()) path = node.attribute("xml:base").value() + path;
  return normalise_path(path);
}

bool is_elsewhere(std::string_view href) { return href.find("://") != std::string_view::npos; }

void check_start(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node resource : elements(package.manifest, "resource")) {
    const std::string_view href = resource.attribute("href").value();
    if (href.empty() || is_elsewhere(href) || package.has(target_of(resource))) continue;
    found.add(code, package.where(resource), fmt::format("the start page `{}` is not in the zip", href));
  }
}

void check_listed(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node file : elements(package.manifest, "file")) {
    const std::string_view href = file.attribute("href").value();
    if (is_elsewhere(href) || package.has(target_of(file))) continue;
    found.add(code, package.where(file), fmt::format("the file `{}` is not in the zip", href));
  }
}

/// The manifest, its schemas and its metadata need no mention.
bool needs_mention(const Package& package, const std::string& name) {
  const bool beside_manifest = name.find('/') == std::string::npos;
  const bool is_schema = name.ends_with(".xsd") || name.ends_with(".dtd");
  if (name == manifest_name || (is_schema && beside_manifest)) return false;
  const std::vector<pugi::xml_node> locations = elements(package.manifest, "location");
  return std::none_of(locations.begin(), locations.end(),
                      [&](pugi::xml_node location) { return name == location.text().get(); });
}

void check_unlisted(const Package& package, std::string_view code, Diagnostics& found) {
  std::set<std::string> listed;
  for (const pugi::xml_node file : elements(package.manifest, "file")) listed.insert(target_of(file));
  std::vector<std::string> unlisted;
  for (const std::string& name : package.names) {
    if (!listed.contains(name) && needs_mention(package, name)) unlisted.push_back(name);
  }
  if (!unlisted.empty())
    found.add(code, package.whole(),
              fmt::format("files that the manifest does not list: {}", named(unlisted)));
}

void check_listed_twice(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node resource : elements(package.manifest, "resource")) {
    std::set<std::string> seen;
    for (const pugi::xml_node file : elements(resource, "file")) {
      if (!seen.insert(target_of(file)).second)
        found.add(code, package.where(file),
                  fmt::format("`{}` is listed twice", file.attribute("href").value()));
    }
  }
}

/// Metadata in the manifest, or in the file that it names.
bool has_metadata(const Package& package, std::string_view group, std::string_view name) {
  const auto says = [&](pugi::xml_node node) {
    for (const pugi::xml_node lom : elements(node, "lom")) {
      for (const pugi::xml_node general : elements(lom, group)) {
        if (child_element(general, name)) return true;
      }
    }
    return false;
  };
  const pugi::xml_node metadata = child_element(package.manifest.document_element(), "metadata");
  if (says(metadata)) return true;
  const std::string* text = package.text(child_element(metadata, "location").text().get());
  pugi::xml_document document;
  return text != nullptr && !parse_strictly(*text, document) && says(document);
}

void check_metadata(const Package& package, std::string_view code, Diagnostics& found) {
  struct Wanted {
    std::string_view what;
    std::string_view group_12;
    std::string_view group_2004;
    std::string_view name;
  };
  constexpr auto wanted = std::to_array<Wanted>({{"title", "general", "general", "title"},
                                                 {"language", "general", "general", "language"},
                                                 {"description", "general", "general", "description"},
                                                 {"version", "lifecycle", "lifeCycle", "version"},
                                                 {"licence", "rights", "rights", "description"}});
  std::vector<std::string> missing;
  for (const Wanted& one : wanted) {
    if (!has_metadata(package, one.group_12, one.name) && !has_metadata(package, one.group_2004, one.name))
      missing.emplace_back(one.what);
  }
  if (!missing.empty())
    found.add(code, package.where(package.manifest.document_element()),
              fmt::format("the metadata does not say: {}", named(missing)));
}

void check_unload(const Package& package, std::string_view code, Diagnostics& found) {
  constexpr auto uses = std::to_array<std::string_view>({"\"unload\"", "'unload'", "onunload"});
  std::vector<std::string> names;
  const auto is_used_in = [&](std::string_view text) {
    return std::any_of(uses.begin(), uses.end(),
                       [&](std::string_view use) { return text.find(use) != std::string_view::npos; });
  };
  for (const auto& [name, text] : package.texts) {
    if (!name.ends_with(".xml") && is_used_in(text)) names.push_back(name);
  }
  if (!names.empty())
    found.add(code, package.whole(), fmt::format("the event `unload` is used in {}", named(names)));
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-start-missing", "the start page is there", check_start},
    {"package-file-missing", "each listed file is there", check_listed},
    {"package-file-unlisted", "each file is listed", check_unlisted},
    {"package-file-listed-twice", "each file is listed once", check_listed_twice},
    {"package-metadata", "metadata for administrators", check_metadata},
    {"package-uses-unload", "no event that browsers skip", check_unload},
});

}  // namespace

std::span<const PackageRule> file_rules() { return table; }

}  // namespace tailorbird
