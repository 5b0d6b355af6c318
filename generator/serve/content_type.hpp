#pragma once
// The Content-Type of a bundle's files, by extension.

#include <string>
#include <string_view>

namespace tailorbird {

/// A media type, with a charset for texts; application/octet-stream for unknown extensions.
std::string content_type(std::string_view path);

}  // namespace tailorbird
