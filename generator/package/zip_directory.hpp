#pragma once
// Reads the central directory and the local headers of a zip, and whether they agree: details that zip
// libraries hide from the rules.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tailorbird {

struct ZipPart {
  std::string name;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;  // 0: stored, 8: deflate
  bool zip64 = false;
  bool headers_agree = true;  // name, flags, method, sizes and checksum

  bool is_encrypted() const { return (flags & 1U) != 0; }
  bool has_descriptor() const { return (flags & 8U) != 0; }  // sizes follow the data
  bool is_folder() const { return name.ends_with('/'); }
};

struct ZipDirectory {
  std::vector<ZipPart> parts;  // in the order of the directory
  bool zip64 = false;
};

/// Fails when `bytes` are not a zip, or are truncated.
Result<ZipDirectory> read_zip_directory(std::string_view bytes);

}  // namespace tailorbird
