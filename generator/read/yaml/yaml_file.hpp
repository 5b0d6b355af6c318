#pragma once
// A whole YAML file, checked and parsed, as one of the files of a ReadContext.

#include "read/schema/scalar_readers.hpp"
#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {

/// Adds `file` to reading.files and parses it. What is wrong goes to reading.diagnostics; when it cannot
/// be parsed the node is refused.
YamlNode read_yaml_file(const TextFile& file, ReadContext& reading);

}  // namespace tailorbird
