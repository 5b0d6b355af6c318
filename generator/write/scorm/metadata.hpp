#pragma once
// What a package is about, as learning object metadata (LOM). Two bindings of the same facts: IMS 1.2.1 for
// SCORM 1.2, IEEE 1484.12.3 for SCORM 2004. Nothing outside write/scorm needs this.

#include <pugixml.hpp>

#include "write/scorm/manifest.hpp"

namespace tailorbird {

/// Adds <imsmd:lom> to the manifest's <metadata>.
void add_ims_metadata(pugi::xml_node metadata, const PackageFacts& facts);

/// Adds <lom> to an empty document.
void add_ieee_metadata(pugi::xml_node document, const PackageFacts& facts);

/// Adds <name>text</name> and returns it.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, const std::string& text = {});

/// The document as text: UTF-8, two spaces for each level.
std::string xml_text(const pugi::xml_document& document);

}  // namespace tailorbird
