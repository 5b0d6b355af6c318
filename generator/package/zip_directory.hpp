#pragma once
// A zip as its bytes say it is, for rules that libraries hide: what the directory at the end and the header
// before each file say, and whether they agree.

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
  bool has_descriptor() const { return (flags & 8U) != 0; }  // sizes come after the data
  bool is_folder() const { return name.ends_with('/'); }
};

struct ZipDirectory {
  std::vector<ZipPart> parts;  // in the order of the directory
  bool zip64 = false;
};

/// Fails when `bytes` are no zip, or one that was cut short.
Result<ZipDirectory> read_zip_directory(std::string_view bytes);

}  // namespace tailorbird
