#pragma once
// A package opened for the rules: its entries, its manifest, and the text of its files. Nothing outside
// write/package_check needs this.

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "diag/diagnostic.hpp"
#include "package/xml_problems.hpp"
#include "package/zip_directory.hpp"

namespace tailorbird {

enum class ScormKind : char { unknown, scorm12, scorm2004 };

struct Package {
  std::string file;  // as the reader named it, for messages
  ZipDirectory zip;
  std::vector<std::string> names;            // of its files, not folders, in order
  std::map<std::string, std::string> texts;  // contents of the manifest, other XML, HTML and JS, as far as
                                             // they can be unpacked
  pugi::xml_document manifest;               // empty when missing or broken
  std::optional<XmlProblem> manifest_problem;

  bool has(std::string_view name) const;
  const std::string* text(std::string_view name) const;
  /// The contents of <schemaversion>.
  std::string schema_version() const;
  ScormKind kind() const;
  /// Where `node` stands in the manifest.
  SourceRange where(pugi::xml_node node) const;
  /// The package as a whole.
  SourceRange whole() const { return {file, {}, 0}; }
};

/// Fails when the file cannot be read or is no zip.
Result<std::unique_ptr<Package>> open_package(const fs::path& path);

/// The elements below `node`, at any depth, whose name without prefix is `name`, in document order.
std::vector<pugi::xml_node> elements(pugi::xml_node node, std::string_view name);

/// The first such element directly in `node`.
pugi::xml_node child_element(pugi::xml_node node, std::string_view name);

/// "`a`, `b`, `c` and 5 more"
std::string named(const std::vector<std::string>& names);

}  // namespace tailorbird
