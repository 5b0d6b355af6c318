#pragma once
// Checks and parses a whole YAML file, as one of the files of a ReadContext.

#include "read/schema/scalar_readers.hpp"
#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {

/// Adds `file` to reading.files and parses it. Problems go to reading.diagnostics; if it cannot be parsed,
/// the node is refused.
YamlNode read_yaml_file(const TextFile& file, ReadContext& reading);

}  // namespace tailorbird
