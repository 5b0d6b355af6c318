#pragma once
// Writes over an author's file: at any moment it is the old one or the new one, whole.

#include <string_view>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

Result<void> replace_file(const fs::path& path, std::string_view bytes);

}  // namespace tailorbird
