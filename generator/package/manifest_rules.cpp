#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "package/rules.hpp"
#include "text/utf8.hpp"
#include "write/scorm/manifest.hpp"
#include "write/scorm/versions.hpp"

namespace tailorbird {
namespace {

void check_present(const Package& package, std::string_view code, Diagnostics& found) {
  if (package.has(manifest_name)) return;
  for (const std::string& name : package.names) {
    if (ascii_lower(name_of(name)) != manifest_name) continue;
    found.add(code, package.whole(),
              fmt::format("no `{}` at the top of the zip, but `{}`", manifest_name, name));
    return;
  }
  found.add(code, package.whole(), fmt::format("no `{}` in the zip", manifest_name));
}

void check_first(const Package& package, std::string_view code, Diagnostics& found) {
  if (!package.has(manifest_name) || package.zip.parts.front().name == manifest_name) return;
  found.add(code, package.whole(),
            fmt::format("`{}` comes before `{}`", package.zip.parts.front().name, manifest_name));
}

SourceRange manifest_at(const Package& package, Position position) {
  return {fmt::format("{}/{}", package.file, manifest_name), position, 0};
}

void check_mark(const Package& package, std::string_view code, Diagnostics& found) {
  const std::string* bytes = package.text(manifest_name);
  if (bytes == nullptr) return;
  if (bytes->starts_with("\xEF\xBB\xBF"))
    found.add(code, manifest_at(package, {}), "a byte order mark at the start");
}

void check_well_formed(const Package& package, std::string_view code, Diagnostics& found) {
  if (!package.manifest->problem) return;
  found.add(code, manifest_at(package, package.manifest->problem->where),
            fmt::format("the XML is broken: {}", package.manifest->problem->what));
}

void check_version(const Package& package, std::string_view code, Diagnostics& found) {
  if (!package.root() || package.kind() != ScormKind::unknown) return;
  const std::string version = package.schema_version();
  found.add(code, package.where(package.root()),
            version.empty()
                ? std::string("no `schemaversion`")
                : fmt::format("`schemaversion` is `{}`, which is not a version of SCORM", version));
}

void check_namespaces(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_attribute attribute : package.root().attributes()) {
    const std::string_view name = attribute.name();
    if (!name.starts_with("xmlns:")) continue;
    for (const ScormVersion& version : scorm_versions()) {
      const auto row = std::find_if(version.namespaces.begin(), version.namespaces.end(),
                                    [&](const ScormNamespace& one) { return one.uri == attribute.value(); });
      if (row == version.namespaces.end()) continue;
      if (!row->prefix.empty() && name.substr(6) != row->prefix) {
        found.add(code, package.where(package.root()),
                  fmt::format("the prefix `{}` is used for what everybody calls `{}`", name.substr(6),
                              row->prefix));
      }
      break;
    }
  }
}

void check_schemas(const Package& package, std::string_view code, Diagnostics& found) {
  const pugi::xml_node root = package.root();
  const std::vector<std::string_view> pairs = words(root.attribute("xsi:schemaLocation").value());
  std::vector<std::string> missing;
  for (std::size_t index = 1; index < pairs.size(); index += 2) {
    if (!is_elsewhere(pairs[index]) && !package.has(file_of(pairs[index])))
      missing.emplace_back(pairs[index]);
  }
  if (!missing.empty())
    found.add(code, package.where(root),
              fmt::format("schemas that are not beside the manifest: {}", named(missing)));
}

void check_lengths(const Package& package, std::string_view code, Diagnostics& found) {
  constexpr std::size_t longest_version = 20;
  constexpr std::size_t longest_href = 2000;
  const pugi::xml_node root = package.root();
  if (code_points(root.attribute("version").value()) > longest_version)
    found.add(code, package.where(root),
              fmt::format("`version` has more than {} characters", longest_version));
  for (const std::string_view name : {"resource", "file"}) {
    for (const pugi::xml_node node : elements(package.root(), name)) {
      if (code_points(node.attribute("href").value()) > longest_href)
        found.add(code, package.where(node), fmt::format("`href` has more than {} characters", longest_href));
    }
  }
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-manifest-missing", RuleKind::breaks, "imsmanifest.xml at the top", check_present},
    {"package-manifest-not-first", RuleKind::advice, "imsmanifest.xml is the first entry", check_first},
    {"package-manifest-bom", RuleKind::advice, "no byte order mark", check_mark},
    {"package-manifest-broken", RuleKind::breaks, "well-formed XML", check_well_formed},
    {"package-version", RuleKind::breaks, "a version of SCORM that systems know", check_version},
    {"package-namespace", RuleKind::breaks, "the usual prefixes", check_namespaces},
    {"package-schema-missing", RuleKind::standard, "each schema that is named is there", check_schemas},
    {"package-long-value", RuleKind::standard, "values within the limits of the schemas", check_lengths},
});

}  // namespace

std::span<const PackageRule> manifest_rules() { return table; }

}  // namespace tailorbird
