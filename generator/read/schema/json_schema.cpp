#include "read/schema/json_schema.hpp"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "model/condition_names.hpp"
#include "read/pages/front_matter.hpp"
#include "read/schema/json_patterns.hpp"
#include "read/site/dimensions.hpp"
#include "read/site/site.hpp"

namespace tailorbird {
namespace {

namespace patterns = json_patterns;
using Json = nlohmann::ordered_json;
using NameList = std::vector<std::string>;

/// A schema under construction: each shape goes into $defs once.
struct Schema {
  const Site* site = nullptr;
  const NameList* formats = nullptr;
  Json defs = Json::object();
};

Json object_schema(const Shape& shape, Schema& schema);

// --- Texts ---

/// A scalar that is read as a text: `title: 2026` is one, white space alone is not.
Json any_text() { return {{"type", Json::array({"string", "number"})}, {"pattern", patterns::not_blank}}; }

/// The same, and not empty.
Json some_text() {
  Json text = any_text();
  text["minLength"] = 1;
  return text;
}

Json text_schema(const FieldInfo& info) { return info.need == Need::required ? some_text() : any_text(); }

/// A text that matches the pattern, or `""`, which means none.
Json pattern(const FieldInfo& info, std::string_view regex) {
  const Json one = {{"type", "string"}, {"pattern", regex}};
  if (info.need == Need::required) return one;
  return {{"anyOf", Json::array({one, {{"const", ""}}})}};
}

/// `text`, or a number: YAML takes digits alone for a number, but the program reads them as written.
Json or_number(Json text, Json number) {
  if (!text.contains("anyOf")) return {{"anyOf", Json::array({std::move(text), std::move(number)})}};
  text["anyOf"].push_back(std::move(number));
  return text;
}

Json natural_number() { return {{"type", "integer"}, {"minimum", 0}}; }

/// The words, and the numbers for which YAML takes some of them.
Json one_of(const NameList& names) {
  Json all = Json::array();
  for (const std::string& name : names) {
    all.push_back(name);
    int number = 0;
    const char* const end = name.data() + name.size();
    if (std::from_chars(name.data(), end, number).ptr == end) all.push_back(number);
  }
  return {{"enum", std::move(all)}};
}

// --- Names ---

NameList names_of(const std::vector<std::pair<std::string, LocalizedText>>& rows) {
  NameList names;
  for (const auto& [name, label] : rows) names.push_back(name);
  return names;
}

NameList source_names(const Site& site) {
  NameList names;
  for (const Source& source : site.sources) names.push_back(source.id);
  return names;
}

/// The only valid names; nothing when the schema does not know them.
std::optional<NameList> declared_names(Names names, const Schema& schema) {
  if (names == Names::formats && !schema.formats->empty()) return *schema.formats;
  if (schema.site == nullptr) return std::nullopt;
  const Site& site = *schema.site;
  switch (names) {
    case Names::languages:
      return site.languages;
    case Names::regions:
      return site.regions;
    case Names::dimensions:
      return dimension_ids(site);
    case Names::roles:
      return role_ids(site);
    case Names::letters:
      return names_of(site.responsibilities.letters);
    case Names::sources:
      return source_names(site);
    default:
      return std::nullopt;
  }
}

NameList taken_names(Names names) {
  NameList taken;
  if (names == Names::new_conditions) taken.assign(taken_conditions.begin(), taken_conditions.end());
  if (names == Names::new_dimensions) {
    for (const FieldInfo& field : front_matter_shape().fields) taken.emplace_back(field.key);
  }
  return taken;
}

/// The schema of a map's keys.
Json key_names(Names names, const Schema& schema) {
  if (const auto declared = declared_names(names, schema)) return {{"enum", *declared}};
  Json made = {{"pattern", patterns::of_names(names)}};
  if (const NameList taken = taken_names(names); !taken.empty()) made["not"] = {{"enum", taken}};
  return made;
}

Json map_of(Json names, Json values) {
  return {
      {"type", "object"}, {"propertyNames", std::move(names)}, {"additionalProperties", std::move(values)}};
}

// --- Words ---

/// Words that match the pattern in one text, each once. White space alone is invalid; `""` means no words.
std::string words_pattern(std::string_view word) {
  return "^(?!\\s+$)(?!(.*\\s)?(\\S+)\\s(.*\\s)?\\2(\\s|$))\\s*(" + std::string(word) + "(\\s+|$))*$";
}

Json list_or(Json one, Json item) {
  return {{"anyOf", Json::array({std::move(one),
                                 {{"type", "array"}, {"items", std::move(item)}, {"uniqueItems", true}}})}};
}

/// Words that are among `names`: one, several in a text, or a list.
Json words_of(const NameList& names) {
  if (names.empty()) return list_or({{"const", ""}}, false);
  const Json one = one_of(names);
  const Json several = {{"type", "string"}, {"pattern", words_pattern("(" + join(names, "|") + ")")}};
  Json made = list_or(one, {{"anyOf", Json::array({one, several})}});
  made["anyOf"].push_back(several);
  return made;
}

/// `words`, as words_of makes it, of which there is one at least.
Json one_or_more(Json words) {
  for (Json& form : words["anyOf"]) {
    if (form.contains("pattern")) form["minLength"] = 1;
    if (!form.contains("items")) continue;
    form["minItems"] = 1;
    form["contains"] = {{"not", {{"const", ""}}}};
  }
  return words;
}

Json words_schema(const FieldInfo& info, Schema& schema) {
  if (const auto declared = declared_names(info.names, schema))
    return info.names == Names::formats ? one_or_more(words_of(*declared)) : words_of(*declared);
  if (info.names == Names::any) return list_or(any_text(), some_text());
  std::string_view word = patterns::of_names(info.names);
  word = word.substr(1, word.size() - 2);  // without ^ and $
  const Json several = {{"type", "string"}, {"pattern", words_pattern("(" + std::string(word) + ")")}};
  Json made = list_or(several, several);
  if (info.names == Names::new_languages) {  // a site has one at least
    made["anyOf"][0]["minLength"] = 1;
    made["anyOf"][1]["minItems"] = 1;
  }
  return made;
}

/// Words that are values of one dimension: one at least.
Json values_of(const Dimension& dimension, std::string_view language) {
  Json made = {{"description", dimension.label.in(language)}};
  made.update(one_or_more(words_of(value_ids(dimension))));
  return made;
}

// --- Kinds ---

Json plain_text(const FieldInfo& info, Schema& schema) {
  if (!info.choices.empty()) {
    NameList choices;
    for (const std::string_view choice : words(info.choices)) choices.emplace_back(choice);
    return one_of(choices);
  }
  if (info.names == Names::new_languages) return pattern(info, patterns::of_names(info.names));
  const auto declared = declared_names(info.names, schema);
  if (!declared || declared->empty()) return text_schema(info);
  NameList names = *declared;
  if (info.need == Need::optional) names.emplace_back();  // "" says: none
  return one_of(names);
}

/// The languages of a site, and those with a region: nl-BE.
Json language_keys(const Schema& schema) {
  if (schema.site == nullptr || schema.site->languages.empty()) return {{"pattern", patterns::language_key}};
  NameList keys = schema.site->languages;
  for (const std::string& language : schema.site->languages) {
    for (const std::string& region : schema.site->regions) keys.push_back(language + "-" + region);
  }
  return {{"enum", std::move(keys)}};
}

Json localized(const FieldInfo& info, Schema& schema) {
  const Json text = text_schema(info);
  Json map = map_of(language_keys(schema), any_text());
  map["minProperties"] = 1;
  return {{"anyOf", Json::array({text, std::move(map)})}};
}

Json condition(const FieldInfo& info, Schema& schema) {
  if (schema.site == nullptr) return map_of({{"pattern", patterns::id}}, words_schema(info, schema));
  const std::string language =
      schema.site->languages.empty() ? std::string() : schema.site->languages.front();
  Json properties = Json::object();
  for (const Dimension& dimension : schema.site->dimensions)
    properties[dimension.id] = values_of(dimension, language);
  return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json conditions(const FieldInfo& info, Schema& schema) {
  return map_of(key_names(info.names, schema), condition({}, schema));
}
Json localized_map(const FieldInfo& info, Schema& schema) {
  return map_of(key_names(info.names, schema), localized({}, schema));
}
/// Role → letter.
Json letters(const FieldInfo& info, Schema& schema) {
  const auto declared = declared_names(Names::letters, schema);
  Json letter = declared && !declared->empty() ? one_of(*declared)
                                               : Json{{"type", "string"}, {"pattern", patterns::letter}};
  Json made = map_of(key_names(info.names, schema), std::move(letter));
  made["minProperties"] = 1;  // somebody has a part in it
  return made;
}
Json texts(const FieldInfo& info, Schema&) {
  Json list = {{"type", "array"}, {"items", some_text()}};
  if (info.need == Need::required) list["minItems"] = 1;
  return {{"anyOf", Json::array({any_text(), std::move(list)})}};
}
/// Addresses below the folder of a language, which they do not name.
Json old_paths(const FieldInfo&, Schema& schema) {
  Json path = {{"type", "string"}, {"pattern", patterns::old_path}};
  if (schema.site != nullptr && !schema.site->languages.empty())
    path["not"] = {{"pattern", "^/?(" + join(schema.site->languages, "|") + ")/"}};
  const Json one = {{"anyOf", Json::array({std::move(path), natural_number()})}};
  return {{"anyOf", Json::array({one, {{"type", "array"}, {"items", one}}})}};
}
Json whole_number(const NumberRange& range) {
  return {{"type", "integer"}, {"minimum", range.least}, {"maximum", range.most}};
}
Json integer(const FieldInfo&, Schema&) { return whole_number({.least = -NumberRange{}.most}); }
Json count(const FieldInfo& info, Schema& schema) {
  return info.choices.empty() ? whole_number(info.range) : plain_text(info, schema);
}
Json counts(const FieldInfo& info, Schema& schema) {
  return map_of(key_names(info.names, schema), whole_number(info.range));
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
  Json made = map_of(key_names(info.names, schema), reference(info, schema));
  if (info.of == value_shape) {  // a dimension without values would distinguish nothing
    made["minProperties"] = 1;
    made["maxProperties"] = most_dimension_values;
  }
  return made;
}
Json list_of_shape(const FieldInfo& info, Schema& schema) {
  return {{"type", "array"}, {"items", reference(info, schema)}};
}

Json id(const FieldInfo& info, Schema& schema) {
  const auto declared = declared_names(info.names, schema);
  return declared ? words_of(*declared) : or_number(pattern(info, patterns::id), natural_number());
}
Json page_id(const FieldInfo& info, Schema&) {
  return or_number(pattern(info, patterns::page_id), natural_number());
}
/// Digits around an `e` are a number in YAML too.
Json hash(const FieldInfo& info, Schema&) {
  return or_number(pattern(info, patterns::hash), {{"type", "number"}, {"minimum", 0}});
}
Json date(const FieldInfo& info, Schema&) { return pattern(info, patterns::date); }
Json colour(const FieldInfo& info, Schema&) { return pattern(info, patterns::colour); }
Json email(const FieldInfo& info, Schema&) { return pattern(info, patterns::email); }
Json phone(const FieldInfo& info, Schema&) {
  constexpr int least = 100;  // three digits
  return or_number(pattern(info, patterns::phone), {{"type", "integer"}, {"minimum", least}});
}
/// A pattern for `text` in upper and lower case.
std::string in_any_case(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    made += capital != c ? fmt::format("[{}{}]", c, capital) : (c == '.' ? "\\" : "") + std::string(1, c);
  }
  return made;
}

Json url(const FieldInfo& info, Schema& schema) {
  if (schema.site == nullptr || schema.site->http_hosts.empty()) return pattern(info, patterns::url);
  NameList hosts;
  for (const std::string& host : schema.site->http_hosts) hosts.push_back(in_any_case(host));
  const std::string http = "^http://(" + join(hosts, "|") + ")" + std::string(patterns::after_host);
  return pattern(info, "(" + std::string(patterns::url) + ")|(" + http + ")");
}
Json file(const FieldInfo& info, Schema&) {
  return or_number(pattern(info, patterns::file), {{"type", "number"}});
}
Json duration(const FieldInfo&, Schema&) { return {{"type", "string"}, {"pattern", patterns::duration}}; }
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
    {Kind::file, file},
    {Kind::integer, integer},
    {Kind::count, count},
    {Kind::duration, duration},
    {Kind::boolean, boolean},
    {Kind::words, words_schema},
    {Kind::condition, condition},
    {Kind::conditions, conditions},
    {Kind::localized_map, localized_map},
    {Kind::letters, letters},
    {Kind::texts, texts},
    {Kind::old_paths, old_paths},
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

Json required_keys(const Shape& shape) {
  Json required = Json::array();
  for (const FieldInfo& info : shape.fields) {
    if (info.need == Need::required) required.push_back(info.key);
  }
  return required;
}

Json object_schema(const Shape& shape, Schema& schema) {
  Json properties = Json::object();
  for (const FieldInfo& info : shape.fields) properties[info.key] = field_schema(info, schema);
  Json made = {{"description", shape.doc}, {"type", "object"}};
  const bool any_dimension = shape.others == OtherKeys::dimensions_and_x && schema.site == nullptr;
  if (shape.others == OtherKeys::dimensions_and_x) {
    made["patternProperties"] = {{"^x-", true}};
    if (schema.site != nullptr) properties.update(condition({}, schema)["properties"]);
  }
  made["properties"] = std::move(properties);
  Json required = required_keys(shape);
  if (!required.empty() && shape.inherits == Inherits::no) made["required"] = std::move(required);
  made["additionalProperties"] = any_dimension ? words_schema({}, schema) : Json(false);
  return made;
}

/// The keys that are required, here and in nested maps, of a file that extends no other. Null: none.
Json demands(const Shape& shape) {
  Json made = nullptr;
  if (Json required = required_keys(shape); !required.empty()) made["required"] = std::move(required);
  for (const FieldInfo& info : shape.fields) {
    if (info.of == nullptr || info.of().inherits == Inherits::no) continue;
    Json inner = demands(info.of());
    if (inner.is_null()) continue;
    if (info.kind == Kind::map_of) inner = {{"additionalProperties", std::move(inner)}};
    if (info.kind == Kind::list_of) inner = {{"items", std::move(inner)}};
    made["properties"][info.key] = std::move(inner);
  }
  return made;
}

/// Partials cannot have conditions: their readers are those of the pages that include them.
void refuse_dimensions(Json& root, const Schema& schema) {
  root["additionalProperties"] = false;
  if (schema.site == nullptr) return;
  for (const std::string& dimension : dimension_ids(*schema.site)) root["properties"].erase(dimension);
}

/// The schema of a file in which the shape is arranged like this.
Json arranged(const SchemaSubject& subject, Schema& schema) {
  const Json one = object_schema(*subject.shape, schema);
  switch (subject.arrangement) {
    case Arrangement::alone:
      return one;
    case Arrangement::by_name:
      return map_of({{"pattern", patterns::id}}, one);
    case Arrangement::by_source:
      return map_of({{"pattern", patterns::source_id}}, one);
    case Arrangement::by_group:
      return map_of({{"pattern", patterns::id}}, map_of({{"pattern", patterns::id}}, one));
    case Arrangement::list:
      return {{"type", "array"}, {"items", one}};
  }
  return one;
}

}  // namespace

std::string json_schema(const SchemaSubject& subject, const DeclaredNames& declared) {
  Schema schema{declared.site, &declared.formats, Json::object()};
  Json root = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", subject.shape->name}};
  root.update(arranged(subject, schema));
  if (subject.is_part) root.erase("required");
  if (subject.is_part && subject.shape->others == OtherKeys::dimensions_and_x)
    refuse_dimensions(root, schema);
  if (subject.shape->inherits == Inherits::yes && subject.is_part) root["minProperties"] = 1;
  if (subject.shape->inherits == Inherits::yes && !subject.is_part) {
    root["if"] = {{"not", {{"required", Json::array({"extends"})}}}};
    root["then"] = demands(*subject.shape);
  }
  if (!schema.defs.empty()) root["$defs"] = std::move(schema.defs);
  return root.dump(2) + "\n";
}

std::string json_schema(const Shape& shape, const Site* site) {
  return json_schema(SchemaSubject{&shape}, DeclaredNames{site});
}

}  // namespace tailorbird
