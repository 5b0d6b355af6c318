// Any bytes as a YAML file: reading must end, without undefined behaviour.
#include <string_view>

#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (tailorbird::check_text(text, "fuzz.yaml").has_errors()) return 0;
  tailorbird::parse_yaml({text, "fuzz.yaml"});
  return 0;
}
