#pragma once
// Tables of the keys that a map may have. One row per key drives reading, "did you mean" for unknown keys,
// errors for missing ones, and the JSON Schema for completion in editors (json_schema.hpp).
//
// A shape is one kind of map (a bundle, a contact). Its rows are in the file that reads it.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "read/schema/scalar_readers.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {

struct Shape;

/// The kind of a value. The tables of kinds in scalar_readers.cpp and json_schema.cpp define how each is
/// checked.
enum class Kind : std::uint8_t {
  text,
  localized,
  id,
  page_id,
  hash,
  date,
  colour,
  email,
  phone,
  url,
  file,
  integer,
  count,
  duration,
  boolean,
  words,          // a list, or words in one text
  condition,      // map: dimension → words
  conditions,     // map: name → condition
  localized_map,  // map: id → localized text
  letters,        // map: role → letter
  texts,          // one text, or a list of them
  old_paths,      // the same, of former addresses of pages: "manager/old-plan.md"
  counts,         // map: name → whole number from 0 up
  severities,     // map: code → error, warning, note or off
  object,
  map_of,
  list_of,  // object, map_of, list_of: maps of the shape `of`: one, one per id, or a list
};

enum class Need : std::uint8_t { optional, required };

/// The set that words, or the keys of a map, must be from: names that the project declares, or that it may
/// declare.
enum class Names : std::uint8_t {
  any,
  languages,
  regions,
  dimensions,
  roles,
  sources,
  formats,
  letters,         // of the matrix of responsibilities, for roles
  new_languages,   // codes such as "pt-br"
  new_regions,     // codes such as "BE"
  new_dimensions,  // not the other keys of front matter
  new_conditions,  // not classes that have a meaning already
  new_letters,     // one letter each
  new_hosts,       // "intranet.mill.example:8080"
};

/// The least and the greatest number of a Kind::count, or of each in Kind::counts.
struct NumberRange {
  int least = 0;
  int most = 1000000;  // no limit that an author meets
  bool is_open() const { return most == NumberRange{}.most; }
};

/// "a whole number from 1 to 100", "a whole number from 0 up".
std::string range_words(const NumberRange& range);

/// One key of a map, without its storage.
struct FieldInfo {
  std::string_view key;
  Kind kind = Kind::text;
  Need need = Need::optional;
  std::string_view doc;            // one line, for completion and for "add it" messages
  const Shape& (*of)() = nullptr;  // object, map_of, list_of
  Names names = Names::any;
  std::string_view choices = {};  // the text must be one of these words: "core done either"
  NumberRange range = {};
};

/// Which keys a map may have besides those with a row.
enum class OtherKeys : std::uint8_t { none, dimensions_and_x };

/// Whether a map may leave required keys to the profile it extends, which the schema of one file cannot
/// check.
enum class Inherits : std::uint8_t { no, yes };

struct Shape {
  std::string_view name;  // "bundle"
  std::string_view doc;
  std::vector<FieldInfo> fields;
  OtherKeys others = OtherKeys::none;
  Inherits inherits = Inherits::no;
};

/// One key of a map that fills a Target. `read` is called when the key is there.
template <typename Target>
struct Field {
  FieldInfo info;
  void (*read)(Target& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading);
};

/// The shape of a table, for the schema.
template <typename Target>
Shape shape_of(std::string_view name, std::string_view doc, std::span<const Field<Target>> rows,
               OtherKeys others = OtherKeys::none, Inherits inherits = Inherits::no) {
  Shape shape{name, doc, {}, others, inherits};
  for (const Field<Target>& row : rows) shape.fields.push_back(row.info);
  return shape;
}

/// Reads a value of this C++ type; nothing after a diagnostic.
template <typename Value>
std::optional<Value> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading) = delete;
template <>
std::optional<std::string> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading);
template <>
std::optional<LocalizedText> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading);
template <>
std::optional<int> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading);
template <>
std::optional<bool> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading);
template <>
std::optional<std::vector<std::string>> read_value(const YamlNode& value, const FieldInfo& info,
                                                   ReadContext& reading);

/// A row's `read` for a plain member: into<&FrontMatter::title>.
template <auto Member, typename Target>
void into(Target& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  using Value = std::remove_cvref_t<decltype(target.*Member)>;
  if (auto read = read_value<Value>(value, info, reading)) target.*Member = std::move(*read);
}

/// The same, and stores the place of the value: into_with_place<&FrontMatter::layout,
/// &FrontMatter::layout_at>.
template <auto Member, auto Place, typename Target>
void into_with_place(Target& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  into<Member>(target, value, info, reading);
  target.*Place = reading.range(value);
}

/// Words, with the place of each: into_placed_words<&Promise::components, &Promise::components_at>.
template <auto Member, auto Places, typename Target>
void into_placed_words(Target& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (PlacedWord& word : read_words(value, info.key, reading).value_or(std::vector<PlacedWord>{})) {
    (target.*Places).push_back(reading.range(value, word));
    (target.*Member).push_back(std::move(word.text));
  }
}

/// A map being read: its name in messages, and where to point when a key is missing.
struct MapPlace {
  std::string name;  // "the bundle `managers`"
  SourceRange where;
};

/// Whether `node` is a map; if not, reports it (unless it was refused before). A blank node is an empty map.
bool expect_map(const YamlNode& node, std::string_view name, ReadContext& reading);
/// The same for a list.
bool expect_list(const YamlNode& node, std::string_view name, ReadContext& reading);

/// Reports the keys of `map` that are not `known`.
void check_keys(const YamlNode& map, const MapPlace& place, std::span<const std::string_view> known,
                ReadContext& reading);
/// Report a key of `map` without a row, and a row whose key is not in the map.
void report_unknown_key(const YamlNode& map, const YamlNode& key, const MapPlace& place,
                        const std::vector<std::string>& candidates, ReadContext& reading);
void report_missing(const FieldInfo& info, const MapPlace& place, ReadContext& reading);

/// Whether `map` has an unknown key that is probably a misspelling of `key`, such as `titel`: reporting it as
/// unknown is enough.
bool is_misspelled(std::string_view key, const YamlNode& map, std::span<const std::string_view> known);

/// Reads the rows' keys from `map`, in the order of the rows (so that a row may use what earlier ones
/// filled in), and reports missing keys. Unknown keys are left to the caller.
template <typename Target>
void read_rows(Target& target, const YamlNode& map, const MapPlace& place,
               std::span<const Field<Target>> rows, ReadContext& reading) {
  std::vector<std::string_view> known;
  for (const Field<Target>& row : rows) known.push_back(row.info.key);
  for (const Field<Target>& row : rows) {
    if (const YamlNode* value = map.find(row.info.key)) {
      row.read(target, *value, row.info, reading);
    } else if (row.info.need == Need::required && !is_misspelled(row.info.key, map, known)) {
      report_missing(row.info, place, reading);
    }
  }
}

/// Reads a whole map: its rows, and errors for all other keys.
template <typename Target>
void read_map(Target& target, const YamlNode& map, const MapPlace& place, std::span<const Field<Target>> rows,
              ReadContext& reading) {
  if (!expect_map(map, place.name, reading)) return;
  std::vector<std::string_view> known;
  for (const Field<Target>& row : rows) known.push_back(row.info.key);
  check_keys(map, place, known, reading);
  read_rows(target, map, place, rows, reading);
}

}  // namespace tailorbird
