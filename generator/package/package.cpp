#include "package/package.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "write/scorm/manifest.hpp"
#include "write/scorm/versions.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_named = 3;

void collect(pugi::xml_node node, std::string_view name, std::vector<pugi::xml_node>& found) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    if (local_name(child.name()) == name) found.push_back(child);
    collect(child, name, found);
  }
}

std::unique_ptr<XmlDocument> read_manifest(const std::string& text) {
  if (text.size() < largest_text) return read_xml(text);
  auto document = std::make_unique<XmlDocument>();
  document->problem = XmlProblem{{}, fmt::format("it has more than {} MB", largest_text >> 20U)};
  return document;
}

}  // namespace

bool Package::has(std::string_view name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

const std::string* Package::text(std::string_view name) const {
  const auto found = files.texts.find(std::string(name));
  return found == files.texts.end() ? nullptr : &found->second;
}

std::string Package::schema() const {
  return std::string(trim(child_element(child_element(root(), "metadata"), "schema").text().get()));
}

std::string Package::schema_version() const {
  return std::string(trim(child_element(child_element(root(), "metadata"), "schemaversion").text().get()));
}

ScormKind Package::kind() const {
  const std::string version = schema_version();
  if (version == "CAM 1.3") return ScormKind::scorm2004;  // SCORM 2004, 2nd edition
  for (const ScormVersion& one : scorm_versions()) {
    if (one.schema_version == version) return one.edition == 0 ? ScormKind::scorm12 : ScormKind::scorm2004;
  }
  return ScormKind::unknown;
}

SourceRange Package::where(pugi::xml_node node) const {
  return {fmt::format("{}/{}", file, main_name), manifest->position(node), 0};
}

Result<std::unique_ptr<Package>> open_package(const fs::path& path) {
  const Result<std::string> bytes = read_file(path, largest_package);
  if (!bytes) return bytes.error();
  Result<ZipDirectory> zip = read_zip_directory(*bytes);
  if (!zip) return zip.error();
  auto package = std::make_unique<Package>();
  package->file = path.string();
  package->zip = std::move(zip).value();
  for (const ZipPart& part : package->zip.parts) {
    if (!part.is_folder()) package->names.push_back(part.name);
  }
  package->files = unpack_entries(path, package->zip);
  // A package for several standards is checked as SCORM.
  for (const std::string_view name : {manifest_name, cmi5_name, tin_can_name}) {
    if (package->main_name.empty() && package->has(name)) package->main_name = name;
  }
  const std::string* text = package->text(package->main_name);
  package->manifest = text == nullptr ? std::make_unique<XmlDocument>() : read_manifest(*text);
  return package;
}

std::string attribute_of(pugi::xml_node node, const char* name) {
  return std::string(trim(node.attribute(name).value()));
}

std::vector<pugi::xml_node> elements(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  collect(node, name, found);
  return found;
}

pugi::xml_node child_element(pugi::xml_node node, std::string_view name) {
  return node.find_child([&](pugi::xml_node child) {
    return child.type() == pugi::node_element && local_name(child.name()) == name;
  });
}

bool is_elsewhere(std::string_view address) {
  const std::size_t colon = address.find(':');
  const bool has_scheme =
      colon != std::string_view::npos && colon > 1 && colon < address.find_first_of("/?#");
  return has_scheme || address.starts_with("//");
}

std::string file_of(std::string_view address) {
  const auto digit = [](char c) {
    const char lower = static_cast<char>(c | 0x20);
    return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  const std::string_view path = trim(address.substr(0, address.find_first_of("?#")));
  std::string file;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool escaped =
        path[at] == '%' && at + 2 < path.size() && digit(path[at + 1]) >= 0 && digit(path[at + 2]) >= 0;
    file += escaped ? static_cast<char>(digit(path[at + 1]) * 16 + digit(path[at + 2])) : path[at];
    if (escaped) at += 2;
  }
  return normalise_path(file);
}

std::string scorm_type(pugi::xml_node resource) {
  for (const pugi::xml_attribute attribute : resource.attributes()) {
    if (ascii_lower(local_name(attribute.name())) == "scormtype") return ascii_lower(trim(attribute.value()));
  }
  return {};
}

std::string named(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t index = 0; index < std::min(names.size(), most_named); ++index) {
    text += fmt::format("{}`{}`", index == 0 ? "" : ", ", names[index]);
  }
  if (names.size() > most_named) text += fmt::format(" and {} more", names.size() - most_named);
  return text;
}

}  // namespace tailorbird
