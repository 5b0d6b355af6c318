#pragma once
// Text in XML in UTF-8, for files that people look into.

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` with `& < > "` as entities; other characters stay readable.
std::string xml_escaped(std::string_view text);

}  // namespace tailorbird
