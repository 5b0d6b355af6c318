#pragma once
// The table of YAML files that people write: what has a schema and a chapter in the reference of keys.

#include <span>
#include <string_view>

#include "read/schema/json_schema.hpp"

namespace tailorbird {

struct YamlFile {
  std::string_view schema;  // its name for `tailorbird schema`: "site"
  std::string_view file;    // "content/site.yaml"
  const Shape& (*shape)();
  std::string_view about =
      {};  // for the reference of keys; empty: its keys are those of another row, or of themes
  Arrangement arrangement = Arrangement::alone;
  bool is_part = false;  // others extend or include it, so it need not have every required key
};

std::span<const YamlFile> yaml_files();

}  // namespace tailorbird
