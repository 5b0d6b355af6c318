#pragma once
// Plain, reproducible zips (deployment rules: no data descriptors, no zip64, no folder entries, ASCII names,
// fixed times and order), by libzip.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

struct ZipEntry {
  std::string name;        // in the archive, with '/'
  std::string bytes;       // used when `from` is empty
  fs::path from;           // else the file to read
};

/// Writes `entries` in the given order. Equal entries give equal bytes on any machine.
Result<void> write_zip(const fs::path& path, const std::vector<ZipEntry>& entries);

}  // namespace tailorbird
