#pragma once
// Text as a value in YAML.

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` on one line between double quotes; line ends become spaces.
std::string yaml_quoted(std::string_view text);

}  // namespace tailorbird
