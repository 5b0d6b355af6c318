// Format `imscc`: the pages as a Common Cartridge 1.3, which course editors import as plain web content.
// There is no session: nothing is reported to the system. Source: IMS Common Cartridge 1.3, implementation,
// sections 3 and 4.

#include <fmt/format.h>
#include <map>

#include "base/hash.hpp"
#include "tailor/page_order.hpp"
#include "write/all_formats.hpp"
#include "write/scorm/learning_package.hpp"
#include "write/scorm/metadata.hpp"

namespace tailorbird {
namespace {

constexpr const char* cartridge_namespace = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1";
constexpr const char* metadata_namespace = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest";
constexpr const char* schema_locations =
    "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1 "
    "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd "
    "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest "
    "http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd";

/// Unique in the manifest and the same in every build, so that a second import replaces the first.
std::string identifier(std::string_view letter, const PackageFacts& facts, std::string_view what) {
  constexpr std::size_t digits = 12;
  const std::string hash = sha256_hex(fmt::format("{}\n{}", facts.identifiers.manifest, what));
  return fmt::format("{}{}", letter, std::string_view(hash).substr(0, digits));
}

std::string resource_of(const PackageFacts& facts, std::string_view path) {
  return identifier("R", facts, path);
}

void add_string(pugi::xml_node parent, const char* name, const PackageFacts& facts, const std::string& text) {
  add_element(add_element(parent, name), "lomimscc:string", text).append_attribute("language") =
      facts.language.c_str();
}

void add_metadata(pugi::xml_node manifest, const PackageFacts& facts) {
  pugi::xml_node metadata = add_element(manifest, "metadata");
  add_element(metadata, "schema", "IMS Common Cartridge");
  add_element(metadata, "schemaversion", "1.3.0");
  pugi::xml_node lom = add_element(metadata, "lomimscc:lom");
  pugi::xml_node general = add_element(lom, "lomimscc:general");
  add_string(general, "lomimscc:title", facts, facts.title);
  add_element(general, "lomimscc:language", facts.language);
  add_string(general, "lomimscc:description", facts, facts.description);
  pugi::xml_node rights = add_element(lom, "lomimscc:rights");
  add_element(add_element(rights, "lomimscc:copyrightAndOtherRestrictions"), "lomimscc:value", "yes");
  if (!facts.licence.empty()) add_string(rights, "lomimscc:description", facts, facts.licence);
}

pugi::xml_node add_item(pugi::xml_node parent, const std::string& id, const std::string& title) {
  pugi::xml_node item = add_element(parent, "item");
  item.append_attribute("identifier") = id.c_str();
  add_element(item, "title", title);
  return item;
}

/// The pages in reading order, those of a section in a folder with its title. A folder has no page itself, so
/// the section's own page is the first in it.
void add_pages(pugi::xml_node root, const Edition& edition, const PackageFacts& facts) {
  std::map<int, pugi::xml_node> folders = {{-1, root}};
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    const Page& page = edition.page(index);
    const auto above = folders.find(section_of(edition, page.path));
    pugi::xml_node parent = above == folders.end() ? root : above->second;
    if (is_index(page.path) && page.path.find('/') != std::string::npos) {
      parent = add_item(parent, identifier("F", facts, page.path), page.front.title);
      folders.emplace(static_cast<int>(index), parent);
    }
    pugi::xml_node item = add_item(parent, identifier("I", facts, page.path), page.front.title);
    item.append_attribute("identifierref") = resource_of(facts, output_path(page)).c_str();
  }
}

void add_organization(pugi::xml_node manifest, const Edition& edition, const PackageFacts& facts) {
  pugi::xml_node organization = add_element(add_element(manifest, "organizations"), "organization");
  organization.append_attribute("identifier") = facts.identifiers.organization.c_str();
  organization.append_attribute("structure") = "rooted-hierarchy";
  pugi::xml_node root = add_element(organization, "item");
  root.append_attribute("identifier") = facts.identifiers.item.c_str();
  add_pages(root, edition, facts);
}

/// One resource for each file, because importers copy only what a resource's `href` names.
void add_resources(pugi::xml_node manifest, const PackageFacts& facts) {
  pugi::xml_node resources = add_element(manifest, "resources");
  for (const std::string& path : facts.files) {
    pugi::xml_node resource = add_element(resources, "resource");
    resource.append_attribute("identifier") = resource_of(facts, path).c_str();
    resource.append_attribute("type") = "webcontent";
    resource.append_attribute("href") = path.c_str();
    add_element(resource, "file").append_attribute("href") = path.c_str();
  }
}

std::string cartridge_manifest(const Edition& edition, const PackageFacts& facts) {
  pugi::xml_document document;
  add_declaration(document);
  pugi::xml_node manifest = add_element(document, "manifest");
  manifest.append_attribute("identifier") = facts.identifiers.manifest.c_str();
  manifest.append_attribute("xmlns") = cartridge_namespace;
  manifest.append_attribute("xmlns:lomimscc") = metadata_namespace;
  manifest.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
  manifest.append_attribute("xsi:schemaLocation") = schema_locations;
  add_metadata(manifest, facts);
  add_organization(manifest, edition, facts);
  add_resources(manifest, facts);
  return xml_text(document);
}

std::unique_ptr<Packager> open_cartridge(const PackageRequest& request) {
  return open_learning_package(
      request, {.format = "imscc", .main_name = manifest_name, .main_text = cartridge_manifest});
}

}  // namespace

/// <profile>-<bundle>-<language>-imscc.zip, one for each language.
const Format imscc_format = {
    .id = "imscc",
    .summary = "the pages alone as Common Cartridge 1.3, to import into a course: nothing is recorded",
    .open = open_cartridge,
    .cost = 520,
};

}  // namespace tailorbird
