#pragma once
// What makes XML not well-formed although pugixml reads it: it is forgiving, learning systems are not.

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tailorbird {

struct XmlProblem {
  std::size_t offset = 0;
  std::string what;  // "`&` stands for itself"
};

/// Parses `bytes` into `document`; the first problem found, or nothing when they are well-formed.
std::optional<XmlProblem> parse_strictly(std::string_view bytes, pugi::xml_document& document);

/// "adlcp:location" → "location".
std::string_view local_name(std::string_view name);

}  // namespace tailorbird
