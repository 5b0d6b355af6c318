#include "report/key_reference.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "report/yaml_files.hpp"

namespace tailorbird {
namespace {

struct KindWords {
  Kind kind;
  std::string_view words;
};

constexpr auto kinds = std::to_array<KindWords>({
    {Kind::text, "a text"},
    {Kind::localized, "a text, or one for each language: `{en: …, nl: …}`"},
    {Kind::id, "a name: small letters, digits, hyphens"},
    {Kind::page_id, "a name, or several with `/` between them"},
    {Kind::hash, "a hash: 8 to 64 hexadecimal digits"},
    {Kind::date, "a date: `2026-11-02`"},
    {Kind::colour, "a colour: `\"#0b5d5b\"`"},
    {Kind::email, "a mail address"},
    {Kind::phone, "a phone number"},
    {Kind::url, "an address that begins with `https:`, or with `http:` and one of `http-hosts`"},
    {Kind::file, "the name of a file or folder"},
    {Kind::integer, "a whole number"},
    {Kind::count, "a whole number"},
    {Kind::duration, "a time: `12 months`"},
    {Kind::boolean, "`true` or `false`"},
    {Kind::words, "words: `one two` or `[one, two]`"},
    {Kind::condition, "readers: `{audience: manager hr, phase: plan}`"},
    {Kind::conditions, "names for conditions: `{early: {phase: news}}`"},
    {Kind::localized_map, "texts by name: `{quiet-room: …}`"},
    {Kind::letters, "a letter for each role: `{manager: A, hr: R}`"},
    {Kind::texts, "a text, or a list of them"},
    {Kind::old_paths, "an address, or a list of them"},
    {Kind::counts, "a number for each name: `{key-points: 3}`"},
    {Kind::severities, "for each code `error`, `warning`, `note` or `off`"},
    {Kind::object, "a map"},
    {Kind::map_of, "a map: for each name a map"},
    {Kind::list_of, "a list of maps"},
});

/// The path from the top of a file to the shape.
std::string_view prefix_of(Arrangement arrangement) {
  constexpr auto prefixes = std::to_array<std::string_view>({"", "ID", "ID", "GROUP.ID", "[]"});
  return prefixes[static_cast<std::size_t>(arrangement)];
}

std::string_view step_of(Kind kind) {
  if (kind == Kind::map_of) return ".ID";
  return kind == Kind::list_of ? "[]" : "";
}

void add_keys(std::vector<KeyEntry>& keys, std::string_view file, const std::string& prefix,
              const Shape& shape) {
  for (const FieldInfo& info : shape.fields) {
    const std::string path = prefix.empty() ? std::string(info.key) : fmt::format("{}.{}", prefix, info.key);
    keys.push_back({file, path, info});
    if (info.of != nullptr) add_keys(keys, file, path + std::string(step_of(info.kind)), info.of());
  }
}

std::string need_words(const FieldInfo& info) { return info.need == Need::required ? "required" : ""; }

}  // namespace

std::vector<KeyEntry> yaml_keys() {
  std::vector<KeyEntry> keys;
  for (const YamlFile& file : yaml_files()) {
    if (!file.about.empty())
      add_keys(keys, file.file, std::string(prefix_of(file.arrangement)), file.shape());
  }
  return keys;
}

std::string value_words(const FieldInfo& info) {
  if (info.kind == Kind::count && info.choices.empty()) return range_words(info.range);
  const auto row =
      std::find_if(kinds.begin(), kinds.end(), [&](const KindWords& one) { return one.kind == info.kind; });
  std::string text(row == kinds.end() ? std::string_view{} : row->words);
  if (info.kind == Kind::counts) text += fmt::format(", each {}", range_words(info.range));
  return text;
}

std::string key_text(const KeyEntry& key) {
  return fmt::format("{}: {}{}\n  {}\n  value: {}\n", key.file, key.path,
                     key.info.need == Need::required ? " (required)" : "", key.info.doc,
                     replace_all(value_words(key.info), "`", ""));
}

std::string keys_markdown() {
  std::string text =
      "# Every key of every YAML file\n\n"
      "In a path, `ID` is a name that you choose and `[]` an entry of a list. Any other key is an error, "
      "with "
      "\"did you mean\". `tailorbird explain KEY` shows a key, `tailorbird schema` prints a JSON Schema.\n";
  const std::vector<KeyEntry> keys = yaml_keys();
  for (const YamlFile& file : yaml_files()) {
    if (file.about.empty()) continue;
    text += fmt::format("\n## {}\n\n{}\n\n| Key | Value | | What it says |\n|---|---|---|---|\n", file.file,
                        file.about);
    for (const KeyEntry& key : keys) {
      if (key.file == file.file)
        text +=
            fmt::format("| `{}` | {} | {} | {} |\n", key.path, value_words(key.info), need_words(key.info),
                        replace_all(replace_all(std::string(key.info.doc), "|", "\\|"), " _", " \\_"));
    }
  }
  return text;
}

}  // namespace tailorbird
