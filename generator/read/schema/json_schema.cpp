#include "read/schema/json_schema.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "diag/codes.hpp"
#include "model/condition_names.hpp"

namespace tailorbird {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view id_pattern = "^[a-z0-9][a-z0-9-]{0,63}$";

/// One schema while it is made: shapes go to $defs once each.
struct Schema {
  const Site* site = nullptr;
  Json defs = Json::object();
};

Json object_schema(const Shape& shape, Schema& schema);

Json pattern(std::string_view regex) { return {{"type", "string"}, {"pattern", regex}}; }

Json plain_text(const FieldInfo&, Schema&) { return {{"type", Json::array({"string", "number"})}}; }

Json localized(const FieldInfo&, Schema& schema) {
  Json languages = schema.site != nullptr ? Json{{"enum", schema.site->languages}}
                                          : pattern("^[a-z]{2,3}(-[a-z0-9]{2,8})*$");
  const Json text = {{"type", Json::array({"string", "number"})}};
  const Json map = {
      {"type", "object"}, {"propertyNames", std::move(languages)}, {"additionalProperties", text}};
  return {{"anyOf", Json::array({text, map})}};
}

Json map_of(Json names, Json values) {
  return {
      {"type", "object"}, {"propertyNames", std::move(names)}, {"additionalProperties", std::move(values)}};
}

Json words(const FieldInfo&, Schema&) {
  const Json word = {{"type", Json::array({"string", "number"})}};
  return {{"anyOf", Json::array({{{"type", "string"}}, {{"type", "array"}, {"items", word}}})}};
}

/// Words that are values of one dimension: one, several in a text, or a list.
Json values_of(const Dimension& dimension, std::string_view language) {
  const Json one = {{"enum", value_ids(dimension)}};
  return {{"description", dimension.label.in(language)},
          {"anyOf",
           Json::array({one, {{"type", "array"}, {"items", one}}, {{"type", "string"}, {"pattern", " "}}})}};
}

Json condition(const FieldInfo& info, Schema& schema) {
  if (schema.site == nullptr) return map_of(pattern(id_pattern), words(info, schema));
  const std::string language =
      schema.site->languages.empty() ? std::string() : schema.site->languages.front();
  Json properties = Json::object();
  for (const Dimension& dimension : schema.site->dimensions)
    properties[dimension.id] = values_of(dimension, language);
  return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json conditions(const FieldInfo& info, Schema& schema) {
  return map_of(pattern(id_pattern), condition(info, schema));
}
Json localized_map(const FieldInfo& info, Schema& schema) {
  return map_of(pattern("^[A-Za-z0-9-]+$"), localized(info, schema));
}
Json letters(const FieldInfo&, Schema&) { return map_of(pattern(id_pattern), pattern("^[A-Za-z]$")); }
Json texts(const FieldInfo&, Schema&) {
  const Json text = {{"type", Json::array({"string", "number"})}};
  return {{"anyOf", Json::array({text, {{"type", "array"}, {"items", text}}})}};
}
Json counts(const FieldInfo&, Schema&) {
  return map_of(pattern(id_pattern), {{"type", "integer"}, {"minimum", 0}});
}
/// By code, so that editors complete it and say why it matters. What prevents leaks stays an error.
Json severities(const FieldInfo&, Schema&) {
  Json properties = Json::object();
  for (const DiagnosticCode& code : diagnostic_codes()) {
    const Json values = code.can_be_lowered ? Json{"error", "warning", "note", "off"} : Json{"error"};
    properties[std::string(code.code)] = {{"description", code.why}, {"enum", values}};
  }
  return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json reference(const FieldInfo& info, Schema& schema) {
  const Shape& shape = info.of();
  const std::string name(shape.name);
  if (!schema.defs.contains(name)) {
    schema.defs[name] = nullptr;  // holds the place: a shape may hold itself
    Json made = object_schema(shape, schema);
    schema.defs[name] = std::move(made);
  }
  return {{"$ref", "#/$defs/" + name}};
}

Json map_of_shape(const FieldInfo& info, Schema& schema) {
  return map_of(pattern(id_pattern), reference(info, schema));
}
Json list_of_shape(const FieldInfo& info, Schema& schema) {
  return {{"type", "array"}, {"items", reference(info, schema)}};
}

Json id(const FieldInfo&, Schema&) { return pattern(id_pattern); }
Json page_id(const FieldInfo&, Schema&) { return pattern("^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*$"); }
Json hash(const FieldInfo&, Schema&) { return pattern("^[0-9a-f]{8,64}$"); }
Json date(const FieldInfo&, Schema&) { return {{"type", "string"}, {"format", "date"}}; }
Json colour(const FieldInfo&, Schema&) { return pattern("^#[0-9a-fA-F]{6}$"); }
Json email(const FieldInfo&, Schema&) { return {{"type", "string"}, {"format", "email"}}; }
Json phone(const FieldInfo&, Schema&) { return pattern("^[-+0-9 ()./]*[0-9][-+0-9 ()./]*$"); }
Json url(const FieldInfo&, Schema&) { return pattern("^https://[^ \"'<>]+$"); }
Json integer(const FieldInfo&, Schema&) { return {{"type", "integer"}}; }
Json count(const FieldInfo&, Schema&) { return {{"type", "integer"}, {"minimum", 0}}; }
Json duration(const FieldInfo&, Schema&) { return pattern("^[0-9]+ (day|week|month|year)s?$"); }
Json boolean(const FieldInfo&, Schema&) { return {{"type", "boolean"}}; }

struct KindRow {
  Kind kind;
  Json (*schema)(const FieldInfo& info, Schema& schema);
};

constexpr auto kinds = std::to_array<KindRow>({
    {Kind::text, plain_text},
    {Kind::localized, localized},
    {Kind::id, id},
    {Kind::page_id, page_id},
    {Kind::hash, hash},
    {Kind::date, date},
    {Kind::colour, colour},
    {Kind::email, email},
    {Kind::phone, phone},
    {Kind::url, url},
    {Kind::file, plain_text},
    {Kind::integer, integer},
    {Kind::count, count},
    {Kind::duration, duration},
    {Kind::boolean, boolean},
    {Kind::words, words},
    {Kind::condition, condition},
    {Kind::conditions, conditions},
    {Kind::localized_map, localized_map},
    {Kind::letters, letters},
    {Kind::texts, texts},
    {Kind::counts, counts},
    {Kind::severities, severities},
    {Kind::object, reference},
    {Kind::map_of, map_of_shape},
    {Kind::list_of, list_of_shape},
});

Json field_schema(const FieldInfo& info, Schema& schema) {
  Json made = {{"description", info.doc}};
  for (const KindRow& row : kinds) {
    if (row.kind == info.kind) made.update(row.schema(info, schema));
  }
  return made;
}

Json object_schema(const Shape& shape, Schema& schema) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const FieldInfo& info : shape.fields) {
    properties[info.key] = field_schema(info, schema);
    if (info.need == Need::required) required.push_back(info.key);
  }
  Json made = {{"description", shape.doc}, {"type", "object"}};
  const bool any_dimension = shape.others == OtherKeys::dimensions_and_x && schema.site == nullptr;
  if (shape.others == OtherKeys::dimensions_and_x) {
    made["patternProperties"] = {{"^x-", true}};
    if (schema.site != nullptr) properties.update(condition({}, schema)["properties"]);
  }
  made["properties"] = std::move(properties);
  if (!required.empty() && shape.inherits == Inherits::no) made["required"] = std::move(required);
  made["additionalProperties"] = any_dimension ? words({}, schema) : Json(false);
  return made;
}

}  // namespace

std::string json_schema(const Shape& shape, const Site* site) {
  Schema schema{site, Json::object()};
  Json root = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", shape.name}};
  root.update(object_schema(shape, schema));
  if (!schema.defs.empty()) root["$defs"] = std::move(schema.defs);
  return root.dump(2) + "\n";
}

}  // namespace tailorbird
