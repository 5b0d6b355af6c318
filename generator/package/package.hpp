#pragma once
// An opened package, as the rules see it: its entries, its manifest, and the text of its files. Private to
// package/.

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "diag/diagnostic.hpp"
#include "package/unpack.hpp"
#include "package/xml_document.hpp"
#include "package/zip_directory.hpp"

namespace tailorbird {

inline constexpr std::string_view cmi5_name = "cmi5.xml";
inline constexpr std::string_view tin_can_name = "tincan.xml";

enum class ScormKind : char { unknown, scorm12, scorm2004 };

struct Package {
  std::string file;  // as the reader named it, for messages
  ZipDirectory zip;
  std::vector<std::string> names;         // of its files, not folders, in order
  Unpacked files;                         // damaged entries, and the texts of the others
  std::string main_name;                  // of the file that describes the package; empty: there is none
  std::unique_ptr<XmlDocument> manifest;  // that file, when it is XML; empty when it cannot be unpacked

  /// Whether the package has a file of this name.
  bool has(std::string_view name) const;
  /// The contents of a file in `files.texts`; null when it is not there.
  const std::string* text(std::string_view name) const;
  /// The root element of the manifest, which must be XML.
  pugi::xml_node root() const { return manifest->root(); }
  /// The contents of <schema> and <schemaversion> in the manifest; empty when they are missing.
  std::string schema() const;
  std::string schema_version() const;
  ScormKind kind() const;
  /// The place of `node` in the manifest.
  SourceRange where(pugi::xml_node node) const;
  /// The package as a whole.
  SourceRange whole() const { return {file, {}, 0}; }
};

/// Fails when the file cannot be read or is not a zip.
Result<std::unique_ptr<Package>> open_package(const fs::path& path);

/// The value of an attribute without white space at both ends, as XML treats identifiers and addresses.
std::string attribute_of(pugi::xml_node node, const char* name);

/// The elements below `node`, at any depth, whose name without prefix is `name`, in document order.
std::vector<pugi::xml_node> elements(pugi::xml_node node, std::string_view name);

/// The first such element directly in `node`.
pugi::xml_node child_element(pugi::xml_node node, std::string_view name);

/// Whether an address points outside the package: "https://…", "//host/…".
bool is_elsewhere(std::string_view address);

/// The file of the zip that an address names: without query and fragment, `%20` as a blank, `..` resolved.
std::string file_of(std::string_view address);

/// The type of a resource ("sco", "asset" or any other) in lower case; the case of the attribute's name does
/// not matter.
std::string scorm_type(pugi::xml_node resource);

/// "`a`, `b`, `c` and 5 more"
std::string named(const std::vector<std::string>& names);

}  // namespace tailorbird
