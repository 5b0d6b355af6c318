#pragma once
// Plain, reproducible zips, by libzip: no data descriptors, no zip64, no folder entries, ASCII names, fixed
// times and attributes, entries in the order given. Java, PHP, Windows and learning systems differ in what
// else they can read (docs/decisions/plain-zips.md).

#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "write/packed.hpp"

namespace tailorbird {

struct ZipEntry {
  std::string name;         // in the archive, with '/'
  std::string bytes;        // used when `from` is empty
  fs::path from;            // else the file to read
  Packed packed = nullptr;  // used before both, when it is there
  std::string sha256 = {};  // of the content, for those who know it
};

/// libzip fills two static masks the first time that it opens an archive, unguarded: a second thread that
/// comes between them is told "Read-only archive". This fills them; call it before any archive is opened.
void prepare_libzip();

/// Whether a file of this name is compressed already, and goes into a zip as it is.
bool is_stored_in_zip(std::string_view name);

/// Writes `entries` in the given order. Equal entries give equal bytes on any machine. Fails on a name that
/// is not ASCII, absolute, with `..`, or there twice, and on what only zip64 could hold.
Result<void> write_zip(const fs::path& path, const std::vector<ZipEntry>& entries);

}  // namespace tailorbird
