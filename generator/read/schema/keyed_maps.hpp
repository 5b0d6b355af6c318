#pragma once
// Reads maps whose keys are names that the author chooses, and lists of texts.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// The entries of `map` whose key can be the name of `what` ("a role"). Others, and anything that is not a
/// map, are reported. The pointers are into `map`.
std::vector<const YamlEntry*> named_entries(const YamlNode& map, std::string_view key, std::string_view what,
                                            ReadContext& reading);

/// Names and localized texts, in the order written.
std::vector<std::pair<std::string, LocalizedText>> read_localized_map(const YamlNode& map,
                                                                      std::string_view key,
                                                                      std::string_view what,
                                                                      ReadContext& reading);

/// One text or a list of texts, each as written.
std::vector<std::string> read_texts(const YamlNode& value, std::string_view key, ReadContext& reading);

}  // namespace tailorbird
