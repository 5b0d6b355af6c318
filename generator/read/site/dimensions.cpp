#include "read/site/dimensions.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/limits.hpp"
#include "read/pages/front_matter.hpp"
#include "read/schema/keyed_maps.hpp"
#include "read/site/learning.hpp"

namespace tailorbird {
namespace {

void read_values(Dimension& dimension, const YamlNode& value, const FieldInfo& info, ReadContext& reading);

void read_value_tracking(DimensionValue& one, const YamlNode& value, const FieldInfo& info,
                         ReadContext& reading) {
  one.tracking = read_tracking(value, info, reading).value_or(Tracking::status);
}

void read_region(DimensionValue& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto text = read_text(value, info.key, reading);
  if (text && check_known(value, as_word(value), "region", reading.site->regions, "unknown-region", reading))
    target.region = *text;
}

constexpr auto value_fields = std::to_array<Field<DimensionValue>>({
    {{"label", Kind::localized, Need::required, "what readers see: Manager"}, into<&DimensionValue::label>},
    {{"when", Kind::localized, Need::optional, "in front of a variant: If you are the manager"},
     into<&DimensionValue::when>},
    {{"tracking", Kind::text, Need::optional,
      "the most that a learning system is told of such readers unasked: status, place (default) or pages",
      nullptr, Names::any, tracking_choices},
     read_value_tracking},
    {{"region", Kind::text, Need::optional, "one of `regions`: these readers get the texts keyed nl-BE",
      nullptr, Names::regions},
     read_region},
});

constexpr auto dimension_fields = std::to_array<Field<Dimension>>({
    {{"label", Kind::localized, Need::required, "what the dimension is about: Your role"},
     into<&Dimension::label>},
    {{"question", Kind::localized, Need::optional, "how readers are asked to choose: Who are you?"},
     into<&Dimension::question>},
    {{"ordered", Kind::boolean, Need::optional, "true when the values follow each other, as phases do"},
     into<&Dimension::ordered>},
    {{"values", Kind::map_of, Need::required, "the closed list of values, by id", value_shape}, read_values},
});

void read_values(Dimension& dimension, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (const YamlEntry* entry : named_entries(value, info.key, "a value", reading)) {
    if (dimension.values.size() == most_dimension_values) {
      reading.diagnostics.add("dimension-too-large", reading.range(entry->key),
                              fmt::format("`{}` is value number {}; a dimension has at most {}",
                                          entry->key.text, most_dimension_values + 1, most_dimension_values));
      return;
    }
    DimensionValue& one = dimension.values.emplace_back();
    one.id = entry->key.text;
    read_map<DimensionValue>(one, entry->value,
                             {fmt::format("the value `{}`", one.id), reading.range(entry->key)}, value_fields,
                             reading);
  }
  if (dimension.values.empty() && value.kind == YamlNode::Kind::map) report_blank(value, info.key, reading);
}

bool name_is_free(const YamlNode& key, ReadContext& reading) {
  const auto& fields = front_matter_shape().fields;
  const bool taken =
      std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& one) { return one.key == key.text; });
  if (taken || key.text.starts_with("x-")) {
    reading.diagnostics.add("dimension-name-taken", reading.range(key),
                            fmt::format("`{}` already means something in front matter", key.text));
    return false;
  }
  return true;
}

}  // namespace

const Shape& value_shape() {
  static const Shape shape = shape_of<DimensionValue>("value", "One value of a dimension", value_fields);
  return shape;
}

const Shape& dimension_shape() {
  static const Shape shape = shape_of<Dimension>("dimension", "An axis of tailoring", dimension_fields);
  return shape;
}

void read_dimensions(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (const YamlEntry* entry : named_entries(value, info.key, "a dimension", reading)) {
    if (!name_is_free(entry->key, reading)) continue;
    Dimension dimension;
    dimension.id = entry->key.text;
    read_map<Dimension>(dimension, entry->value,
                        {fmt::format("the dimension `{}`", dimension.id), reading.range(entry->key)},
                        dimension_fields, reading);
    if (!dimension.values.empty()) site.dimensions.push_back(std::move(dimension));
  }
}

}  // namespace tailorbird
