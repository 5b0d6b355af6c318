#include "write/old_files.hpp"

namespace tailorbird {

std::optional<HashedBytes> read_old_file(const fs::path& out, std::string_view path,
                                         std::string_view sha256) {
  Result<std::string> read = read_file(out / path);
  if (!read) return std::nullopt;
  HashedBytes bytes(std::move(read).value());
  if (bytes.sha256() != sha256) return std::nullopt;
  return bytes;
}

}  // namespace tailorbird
