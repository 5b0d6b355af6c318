#pragma once
// Quotes text as a YAML value.

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` on one line between double quotes; line ends become spaces.
std::string yaml_quoted(std::string_view text);

}  // namespace tailorbird
