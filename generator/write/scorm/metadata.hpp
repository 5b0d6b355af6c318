#pragma once
// Learning object metadata of SCORM 1.2 packages (LOM, IMS binding 1.2.1), and helpers for writing manifests.
// Private to write/.

#include <pugixml.hpp>

#include "write/scorm/manifest.hpp"

namespace tailorbird {

/// Adds <imsmd:lom> to the manifest's <metadata>.
void add_metadata_of(pugi::xml_node metadata, const PackageFacts& facts);

/// Adds <name>text</name> and returns it.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, const std::string& text = {});

/// <?xml version="1.0" encoding="UTF-8"?>
pugi::xml_node add_declaration(pugi::xml_document& document);

/// The document as text: UTF-8, indented by two spaces.
std::string xml_text(const pugi::xml_document& document);

}  // namespace tailorbird
