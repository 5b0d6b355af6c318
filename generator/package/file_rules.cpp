#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "package/rules.hpp"
#include "write/scorm/manifest.hpp"

namespace tailorbird {
namespace {

/// The file that an href names, below the xml:base of the elements around it.
std::string target_of(pugi::xml_node node) {
  std::string path(trim(node.attribute("href").value()));
  for (; node; node = node.parent()) path = node.attribute("xml:base").value() + path;
  return file_of(path);
}

void check_start(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node resource : elements(package.root(), "resource")) {
    const std::string href = attribute_of(resource, "href");
    if (href.empty() || is_elsewhere(href) || package.has(target_of(resource))) continue;
    found.add(code, package.where(resource), fmt::format("the start page `{}` is not in the zip", href));
  }
}

void check_start_elsewhere(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node resource : elements(package.root(), "resource")) {
    const std::string href = attribute_of(resource, "href");
    if (scorm_type(resource) == "sco" && is_elsewhere(href))
      found.add(code, package.where(resource),
                fmt::format("the course starts at `{}`, outside of the package", href));
  }
}

void check_listed(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node file : elements(package.root(), "file")) {
    const std::string href = attribute_of(file, "href");
    if (is_elsewhere(href) || package.has(target_of(file))) continue;
    found.add(code, package.where(file), fmt::format("the file `{}` is not in the zip", href));
  }
}

/// The manifest, schemas and metadata need not be listed.
bool needs_mention(const Package& package, const std::string& name) {
  if (name == manifest_name || name.ends_with(".xsd") || name.ends_with(".dtd")) return false;
  const std::vector<pugi::xml_node> locations = elements(package.root(), "location");
  return std::none_of(locations.begin(), locations.end(),
                      [&](pugi::xml_node location) { return name == file_of(location.text().get()); });
}

void check_unlisted(const Package& package, std::string_view code, Diagnostics& found) {
  std::set<std::string> listed;
  for (const pugi::xml_node file : elements(package.root(), "file")) listed.insert(target_of(file));
  std::vector<std::string> unlisted;
  for (const std::string& name : package.names) {
    if (!listed.contains(name) && needs_mention(package, name)) unlisted.push_back(name);
  }
  if (!unlisted.empty())
    found.add(code, package.whole(),
              fmt::format("files that the manifest does not list: {}", named(unlisted)));
}

void check_listed_twice(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node resource : elements(package.root(), "resource")) {
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
  const pugi::xml_node metadata = child_element(package.root(), "metadata");
  if (says(metadata)) return true;
  const std::string* text = package.text(file_of(child_element(metadata, "location").text().get()));
  return text != nullptr && says(read_xml(*text)->tree);
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
    found.add(code, package.where(package.root()),
              fmt::format("the metadata does not say: {}", named(missing)));
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-start-missing", RuleKind::breaks, "the start page is there", check_start},
    {"package-start-elsewhere", RuleKind::breaks, "the start page is in the package", check_start_elsewhere},
    {"package-file-missing", RuleKind::breaks, "each listed file is there", check_listed},
    {"package-file-unlisted", RuleKind::standard, "each file is listed", check_unlisted},
    {"package-file-listed-twice", RuleKind::standard, "each file is listed once", check_listed_twice},
    {"package-metadata", RuleKind::advice, "metadata for administrators", check_metadata},
});

}  // namespace

std::span<const PackageRule> file_rules() { return table; }

}  // namespace tailorbird
