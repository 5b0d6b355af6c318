#pragma once
// Reads XML with a strict parser (expat): what it refuses, learning systems refuse. Supports UTF-8, UTF-16
// and single-byte encodings, checks namespaces, and expands entities declared in the file's DOCTYPE. Nothing
// is fetched.

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

/// Parses `bytes`; if they are not well-formed, the result has the first problem.
std::unique_ptr<XmlDocument> read_xml(std::string_view bytes);

/// "adlcp:location" → "location".
std::string_view local_name(std::string_view name);

}  // namespace tailorbird
