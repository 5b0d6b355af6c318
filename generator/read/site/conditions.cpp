#include "read/site/conditions.hpp"

#include <fmt/format.h>

namespace tailorbird {

std::optional<std::vector<DimensionWords>> read_dimension_words(const YamlNode& map, std::string_view key,
                                                                ReadContext& reading) {
  if (!expect_map(map, fmt::format("`{}`", key), reading)) return std::nullopt;
  std::vector<DimensionWords> all;
  bool complete = true;
  for (const YamlEntry& entry : map.entries) {
    auto values = read_words(entry.value, entry.key.text, reading);
    complete = complete && values.has_value();
    if (values) all.push_back({as_word(entry.key), std::move(*values)});
  }
  if (!complete) return std::nullopt;
  return all;
}

std::optional<Condition> read_condition(const YamlNode& map, std::string_view key, ReadContext& reading) {
  const auto words = read_dimension_words(map, key, reading);
  if (!words) return std::nullopt;
  ResolvedCondition resolved = resolve_condition(*reading.site, *words, {});
  add_problems(resolved, reading.files[map.source], reading.diagnostics);
  if (!resolved.readable()) return std::nullopt;
  return std::move(resolved.condition);
}

template <>
std::optional<Condition> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  return read_condition(value, info.key, reading);
}

}  // namespace tailorbird
