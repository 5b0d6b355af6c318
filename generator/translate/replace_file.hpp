#pragma once
// Replaces an author's file atomically: at any moment it is the complete old or new one.

#include <string_view>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

Result<void> replace_file(const fs::path& path, std::string_view bytes);

}  // namespace tailorbird
