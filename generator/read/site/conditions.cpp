#include "read/site/conditions.hpp"

#include <fmt/format.h>

namespace tailorbird {
namespace {

/// Whether `entry` is the second value in `{phase: disclosure, treatment}`, which YAML reads as a key without
/// a value. Reports it.
bool is_further_value(const YamlEntry& entry, const std::vector<DimensionWords>& before,
                      ReadContext& reading) {
  if (!entry.value.blank() || before.empty() || before.back().values.empty()) return false;
  const DimensionWords& last = before.back();
  const int dimension = reading.site->find_dimension(last.dimension.text);
  const bool is_value = dimension >= 0 && reading.site->dimensions[static_cast<std::size_t>(dimension)].find(
                                              entry.key.text) >= 0;
  if (!is_value) return false;
  report_blank(
      entry.key, entry.key.text, reading,
      fmt::format("Write the values of `{}` with spaces between them: `{}: {} {}`.", last.dimension.text,
                  last.dimension.text, last.values.back().text, entry.key.text));
  return true;
}

}  // namespace

std::optional<std::vector<DimensionWords>> read_dimension_words(const YamlNode& map, std::string_view key,
                                                                ReadContext& reading) {
  if (!expect_map(map, fmt::format("`{}`", key), reading)) return std::nullopt;
  std::vector<DimensionWords> all;
  bool complete = true;
  for (const YamlEntry& entry : map.entries) {
    if (is_further_value(entry, all, reading)) {
      complete = false;
      continue;
    }
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
