#include "render/flat_yaml.hpp"

#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {

std::vector<FlatEntry> read_flat_yaml(const std::string& file, std::string_view text,
                                      Diagnostics& diagnostics) {
  std::vector<FlatEntry> entries;
  Diagnostics unreadable = check_text(text, file);
  if (unreadable.has_errors()) {
    diagnostics.append(std::move(unreadable));
    return entries;
  }
  YamlRead read = parse_yaml({.text = text, .file = file});
  diagnostics.append(std::move(read.diagnostics));
  for (YamlEntry& entry : read.root.entries) {
    const SourceRange key_at{file, entry.key.where, entry.key.length};
    if (entry.value.kind == YamlNode::Kind::scalar) {
      const SourceRange value_at{file, entry.value.where, entry.value.length};
      entries.push_back({std::move(entry.key.text), std::move(entry.value.text), key_at, value_at});
    } else if (entry.value.kind != YamlNode::Kind::refused) {
      diagnostics.add("theme-value-not-text", key_at,
                      "`" + entry.key.text + "` has a list or a map where a text is meant");
    }
  }
  return entries;
}

}  // namespace tailorbird
