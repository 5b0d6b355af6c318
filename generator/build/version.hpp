#pragma once
// The version of this program, as CMake knows it.

#include <string_view>

namespace tailorbird {

/// "0.1.0"
std::string_view version();

}  // namespace tailorbird
