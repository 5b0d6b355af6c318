#pragma once
// What a browser is told about a file of a bundle, by its ending.

#include <string_view>

namespace tailorbird {

/// A media type, with the character set of texts; that of plain bytes for what is not known.
std::string_view content_type(std::string_view path);

}  // namespace tailorbird
