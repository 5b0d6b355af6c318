#pragma once
// The small YAML files of a theme: a map of keys to texts, nothing nested.

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

struct FlatEntry {
  std::string key;
  std::string value;
  SourceRange key_at;
  SourceRange value_at;
};

/// The entries of `text` in the order written. Anything but a text as value is a diagnostic and left out.
std::vector<FlatEntry> read_flat_yaml(const std::string& file, std::string_view text,
                                      Diagnostics& diagnostics);

}  // namespace tailorbird
