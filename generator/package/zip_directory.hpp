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
  std::uint64_t size = 0;    // bytes when unpacked, as the directory says
  bool zip64 = false;
  bool headers_agree = true;  // name, flags, method, sizes and checksum
  bool is_link = false;       // a symbolic link, by the attributes of Unix

  bool is_encrypted() const { return (flags & 1U) != 0; }
  bool has_descriptor() const { return (flags & 8U) != 0; }  // sizes follow the data
  bool is_folder() const { return name.ends_with('/'); }
};

struct ZipDirectory {
  std::vector<ZipPart> parts;  // in the order of the directory; all that are there, whatever `said` says
  std::uint64_t said = 0;      // the number of entries that the record at the end gives
  bool zip64 = false;
};

/// Fails when `bytes` are not a zip, or are truncated, also where fewer entries are there than it says.
Result<ZipDirectory> read_zip_directory(std::string_view bytes);

}  // namespace tailorbird
