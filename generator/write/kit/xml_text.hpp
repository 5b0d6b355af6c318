#pragma once
// Helpers for writing XML with pugixml.

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <utility>

namespace tailorbird {

using XmlAttributes = std::initializer_list<std::pair<const char*, std::string>>;

/// Appends an element.
inline pugi::xml_node add_element(pugi::xml_node parent, const char* name, XmlAttributes attributes = {}) {
  pugi::xml_node child = parent.append_child(name);
  for (const auto& [key, value] : attributes) child.append_attribute(key).set_value(value.c_str());
  return child;
}

inline void add_text(pugi::xml_node parent, const std::string& text) {
  parent.append_child(pugi::node_pcdata).set_value(text.c_str());
}

struct XmlString : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
};

/// The document's bytes, UTF-8, with nothing added between elements.
inline std::string xml_bytes(const pugi::xml_document& document) {
  XmlString out;
  out.text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(out.text);
}

}  // namespace tailorbird
