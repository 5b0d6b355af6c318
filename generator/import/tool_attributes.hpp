#pragma once
// Parses the attributes in braces of other tools: `.class #id key="value" word`.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tailorbird {

struct ToolAttributes {
  std::vector<std::string> classes;
  std::string id;
  std::vector<std::pair<std::string, std::string>> values;
  std::vector<std::string> words;  // other words, without quotes

  bool has_class(std::string_view name) const;
  /// The value of a key, or empty.
  std::string value(std::string_view key) const;
};

ToolAttributes tool_attributes(std::string_view text);

}  // namespace tailorbird
