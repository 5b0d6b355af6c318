#pragma once
// Reads conditions that are YAML maps: {phase: treatment return, audience: [manager, hr]}.

#include <optional>

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// The dimensions of a map and their words, before they are looked up. Nothing when the map or a word cannot
/// be read.
std::optional<std::vector<DimensionWords>> read_dimension_words(const YamlNode& map, std::string_view key,
                                                                ReadContext& reading);

/// The condition that `map` describes; nothing when any part of it is unknown.
std::optional<Condition> read_condition(const YamlNode& map, std::string_view key, ReadContext& reading);

template <>
std::optional<Condition> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading);

}  // namespace tailorbird
