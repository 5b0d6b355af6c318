#pragma once
// Styles and scripts without what only their authors read: every page loads them. Nothing outside render/
// needs this.

#include <string>
#include <string_view>

namespace tailorbird {

/// Without indentation, empty lines, and comments that begin a line.
std::string slim_script(std::string_view text);

/// The same, and without spaces that mean nothing; strings are kept as they are.
std::string slim_style(std::string_view text);

}  // namespace tailorbird
