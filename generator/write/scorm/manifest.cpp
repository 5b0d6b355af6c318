#include "write/scorm/manifest.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/strings.hpp"
#include "text/utf8.hpp"
#include "write/scorm/metadata.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t longest_title = 200;  // of <title> in the schemas of SCORM 1.2
constexpr std::size_t longest_description = 2000;
constexpr std::size_t identifier_digits = 8;

/// The byte offset just past the first `count` code points.
std::size_t end_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
  }
  return at;
}

void add_namespaces(pugi::xml_node manifest, const ScormVersion& version) {
  std::string locations;
  for (const ScormNamespace& one : version.namespaces) {
    const std::string name = one.prefix.empty() ? "xmlns" : fmt::format("xmlns:{}", one.prefix);
    manifest.append_attribute(name.c_str()) = std::string(one.uri).c_str();
    locations += fmt::format("{}{} {}", locations.empty() ? "" : " ", one.uri, one.schema);
  }
  manifest.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
  manifest.append_attribute("xsi:schemaLocation") = locations.c_str();
}

void add_metadata(pugi::xml_node manifest, const ScormVersion& version, const PackageFacts& facts) {
  pugi::xml_node metadata = add_element(manifest, "metadata");
  add_element(metadata, "schema", "ADL SCORM");
  add_element(metadata, "schemaversion", std::string(version.schema_version));
  if (version.has_metadata) add_metadata_of(metadata, facts);
}

/// Without this, sequencing engines take a course that reports no success for passed on exit.
void add_sequencing(pugi::xml_node item) {
  pugi::xml_node controls = add_element(add_element(item, "imsss:sequencing"), "imsss:deliveryControls");
  controls.append_attribute("completionSetByContent") = "true";
  controls.append_attribute("objectiveSetByContent") = "true";
}

void add_organization(pugi::xml_node manifest, const ScormVersion& version, const PackageFacts& facts) {
  const ScormIdentifiers& ids = facts.identifiers;
  pugi::xml_node organizations = add_element(manifest, "organizations");
  organizations.append_attribute("default") = ids.organization.c_str();
  pugi::xml_node organization = add_element(organizations, "organization");
  organization.append_attribute("identifier") = ids.organization.c_str();
  add_element(organization, "title", facts.title);
  pugi::xml_node item = add_element(organization, "item");
  item.append_attribute("identifier") = ids.item.c_str();
  item.append_attribute("identifierref") = ids.resource.c_str();
  item.append_attribute("isvisible") = "true";
  add_element(item, "title", facts.title);
  if (version.has_sequencing) add_sequencing(item);
}

void add_resource(pugi::xml_node manifest, const ScormVersion& version, const PackageFacts& facts) {
  pugi::xml_node resource = add_element(add_element(manifest, "resources"), "resource");
  resource.append_attribute("identifier") = facts.identifiers.resource.c_str();
  resource.append_attribute("type") = "webcontent";
  resource.append_attribute(std::string(version.type_attribute).c_str()) = "sco";
  resource.append_attribute("href") = std::string(session_page_name).c_str();
  for (const std::string& file : facts.files) {
    add_element(resource, "file").append_attribute("href") = file.c_str();
  }
}

PackageFacts within_limits(PackageFacts facts) {
  facts.title = shortened(facts.title, longest_title);
  facts.description = shortened(facts.description, longest_description);
  return facts;
}

}  // namespace

ScormIdentifiers scorm_identifiers(const EditionKey& edition, std::string_view format) {
  const std::string key = fmt::format("{}/{}/{}", edition.profile, edition.bundle, edition.language);
  const std::string hash = sha256_hex(fmt::format("{}/{}", key, format)).substr(0, identifier_digits);
  return {fmt::format("M{}-{}", hash, replace_all(key, "/", "-")), "O" + hash, "I" + hash, "R" + hash};
}

std::string shortened(std::string_view text, std::size_t most) {
  if (code_points(text) <= most) return std::string(text);
  std::string_view start = text.substr(0, end_of(text, most - 1));
  if (const std::size_t space = start.rfind(' ');
      space != std::string_view::npos && space > start.size() / 2) {
    start = start.substr(0, space);
  }
  return std::string(start) + "\u2026";
}

std::string manifest_text(const ScormVersion& version, const PackageFacts& facts) {
  const PackageFacts fitting = within_limits(facts);
  pugi::xml_document document;
  add_declaration(document);
  pugi::xml_node manifest = add_element(document, "manifest");
  manifest.append_attribute("identifier") = fitting.identifiers.manifest.c_str();
  manifest.append_attribute("version") = fitting.revision.c_str();
  add_namespaces(manifest, version);
  add_metadata(manifest, version, fitting);
  add_organization(manifest, version, fitting);
  add_resource(manifest, version, fitting);
  return xml_text(document);
}

}  // namespace tailorbird
