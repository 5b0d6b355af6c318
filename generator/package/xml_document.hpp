#pragma once
// XML read by a strict parser (expat): what it refuses, learning systems refuse. It knows UTF-8, UTF-16 and
// every encoding of single bytes, checks namespaces, and expands what a DOCTYPE declares inside the file.
// Nothing is fetched.

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diag/diagnostic.hpp"

namespace tailorbird {

struct XmlProblem {
  Position where;
  std::string what;  // "mismatched tag"
};

struct XmlDocument {
  pugi::xml_document tree;  // names with the prefixes as written; empty when there is a problem
  std::optional<XmlProblem> problem;
  std::unordered_map<std::size_t, Position>
      positions;  // of each element's `<`, by pugi::xml_node::hash_value

  pugi::xml_node root() const { return tree.document_element(); }
  Position position(pugi::xml_node node) const;
};

/// The document, or the first problem that makes `bytes` no well-formed XML.
std::unique_ptr<XmlDocument> read_xml(std::string_view bytes);

/// "adlcp:location" → "location".
std::string_view local_name(std::string_view name);

}  // namespace tailorbird
