#pragma once
// The reference of all keys of YAML files, from the tables that read them: docs/reference/keys.md and
// `explain KEY`.

#include <string>
#include <string_view>
#include <vector>

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// One key at one place.
struct KeyEntry {
  std::string_view file;  // "profiles/ID.yaml"
  std::string path;       // "bundles[].fixed", "contacts.ID.phone"
  FieldInfo info;
};

/// All keys, file by file, in the order of the tables.
std::vector<KeyEntry> yaml_keys();

/// The kind of a value in words: "a date: 2026-11-02".
std::string value_words(const FieldInfo& info);

std::string key_text(const KeyEntry& key);
std::string keys_markdown();

}  // namespace tailorbird
