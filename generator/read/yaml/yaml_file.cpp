#include "read/yaml/yaml_file.hpp"

#include <utility>

namespace tailorbird {

YamlNode read_yaml_file(const TextFile& file, ReadContext& reading) {
  const auto source = static_cast<std::uint16_t>(reading.files.size());
  reading.files.push_back(file.file);
  Diagnostics wrong = check_text(file.bytes, file.file);
  if (!wrong.empty()) {
    reading.diagnostics.append(std::move(wrong));
    YamlNode refused;
    refused.kind = YamlNode::Kind::refused;
    refused.source = source;
    return refused;
  }
  YamlRead read = parse_yaml({file.bytes, file.file, source, 1});
  reading.diagnostics.append(std::move(read.diagnostics));
  return std::move(read.root);
}

}  // namespace tailorbird
