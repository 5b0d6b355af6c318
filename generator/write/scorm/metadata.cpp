#include "write/scorm/metadata.hpp"

#include <sstream>

namespace tailorbird {
namespace {

constexpr const char* vocabulary = "LOMv1.0";

pugi::xml_node add_langstring(pugi::xml_node parent, const char* name, const std::string& language,
                              const std::string& text) {
  pugi::xml_node element = add_element(parent, name);
  add_element(element, "imsmd:langstring", text).append_attribute("xml:lang") = language.c_str();
  return element;
}

}  // namespace

pugi::xml_node add_element(pugi::xml_node parent, const char* name, const std::string& text) {
  pugi::xml_node element = parent.append_child(name);
  if (!text.empty()) element.append_child(pugi::node_pcdata).set_value(text.c_str());
  return element;
}

pugi::xml_node add_declaration(pugi::xml_document& document) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  return declaration;
}

std::string xml_text(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
  return out.str();
}

void add_metadata_of(pugi::xml_node metadata, const PackageFacts& facts) {
  const std::string& language = facts.language;
  pugi::xml_node lom = add_element(metadata, "imsmd:lom");
  pugi::xml_node general = add_element(lom, "imsmd:general");
  add_langstring(general, "imsmd:title", language, facts.title);
  add_element(general, "imsmd:language", language);
  add_langstring(general, "imsmd:description", language, facts.description);
  pugi::xml_node lifecycle = add_element(lom, "imsmd:lifecycle");
  add_langstring(lifecycle, "imsmd:version", "x-none", facts.revision);
  pugi::xml_node about = add_element(lom, "imsmd:metametadata");
  add_element(about, "imsmd:metadatascheme", "ADL SCORM 1.2");
  add_element(about, "imsmd:language", language);
  add_element(add_element(lom, "imsmd:technical"), "imsmd:format", "text/html");
  pugi::xml_node rights = add_element(lom, "imsmd:rights");
  pugi::xml_node restricted = add_element(rights, "imsmd:copyrightandotherrestrictions");
  add_langstring(restricted, "imsmd:source", "x-none", vocabulary);
  add_langstring(restricted, "imsmd:value", "x-none", "yes");
  if (!facts.licence.empty()) add_langstring(rights, "imsmd:description", language, facts.licence);
}

}  // namespace tailorbird
