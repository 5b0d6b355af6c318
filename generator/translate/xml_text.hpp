#pragma once
// Escapes text for XML that people read, in UTF-8.

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` with `& < > "` as entities; other characters stay readable.
std::string xml_escaped(std::string_view text);

}  // namespace tailorbird
