#pragma once
// Reads the flat YAML files of a theme: one map from keys to texts, without nesting.

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

/// The entries of `text` in the order written. A value that is not a text is a diagnostic, and its entry is
/// left out.
std::vector<FlatEntry> read_flat_yaml(const std::string& file, std::string_view text,
                                      Diagnostics& diagnostics);

}  // namespace tailorbird
