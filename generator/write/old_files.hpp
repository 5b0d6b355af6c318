#pragma once
// Files of the output as the last build left them. Somebody may have changed them since, so none is used
// whose bytes do not have the hash that was recorded.

#include <optional>
#include <string_view>

#include "base/files.hpp"
#include "base/hashed_bytes.hpp"

namespace tailorbird {

/// The bytes of the file at `path` in the output folder `out`, if they have this SHA-256.
std::optional<HashedBytes> read_old_file(const fs::path& out, std::string_view path, std::string_view sha256);

}  // namespace tailorbird
