#include "read/schema/keyed_maps.hpp"

#include <fmt/format.h>

namespace tailorbird {

std::vector<const YamlEntry*> named_entries(const YamlNode& map, std::string_view key, std::string_view what,
                                            ReadContext& reading) {
  std::vector<const YamlEntry*> named;
  if (!expect_map(map, fmt::format("`{}`", key), reading)) return named;
  for (const YamlEntry& entry : map.entries) {
    if (check_id(entry.key, what, reading)) named.push_back(&entry);
  }
  return named;
}

std::vector<std::pair<std::string, LocalizedText>> read_localized_map(const YamlNode& map,
                                                                      std::string_view key,
                                                                      std::string_view what,
                                                                      ReadContext& reading) {
  std::vector<std::pair<std::string, LocalizedText>> all;
  for (const YamlEntry* entry : named_entries(map, key, what, reading)) {
    if (auto text = read_localized(entry->value, entry->key.text, reading))
      all.emplace_back(entry->key.text, std::move(*text));
  }
  return all;
}

std::vector<std::string> read_texts(const YamlNode& value, std::string_view key, ReadContext& reading) {
  std::vector<std::string> texts;
  if (is_mistyped_list(value, key, reading)) return texts;
  if (value.kind != YamlNode::Kind::list) {
    if (auto text = read_text(value, key, reading)) texts.push_back(std::move(*text));
    return texts;
  }
  for (const YamlNode& item : value.items) {
    auto text = read_text(item, key, reading);
    if (text && text->empty()) {
      report_blank(item, key, reading, "Write the text between the quotes, or remove it.");
    } else if (text) {
      texts.push_back(std::move(*text));
    }
  }
  return texts;
}

}  // namespace tailorbird
