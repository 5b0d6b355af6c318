#pragma once
// Writes plain, reproducible zips with libzip: no data descriptors, no zip64, no folder entries, ASCII names,
// fixed times and attributes, entries in the given order. Java, PHP, Windows and learning systems differ in
// what else they can read (docs/decisions/plain-zips.md).

#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/hashed_bytes.hpp"
#include "base/result.hpp"
#include "write/packed.hpp"

namespace tailorbird {

struct ZipEntry {
  std::string name;         // in the archive, with '/'
  HashedBytes bytes;        // used when `from` is empty
  fs::path from;            // else read from this file
  Packed packed = nullptr;  // used instead of both, if set
  std::string sha256 = {};  // of the content, if known
};

/// Initialises libzip; call it before any archive is opened. libzip sets two static masks without a lock when
/// it first opens an archive, and a second thread that interferes gets the error "Read-only archive".
void prepare_libzip();

/// Whether files of this name are compressed already and are stored in zips as they are.
bool is_stored_in_zip(std::string_view name);

/// Writes `entries` in the given order. Equal entries give equal bytes on any machine. Fails on a name that
/// is not ASCII, is absolute, contains `..` or is repeated, and on content that would need zip64.
Result<void> write_zip(const fs::path& path, const std::vector<ZipEntry>& entries);

}  // namespace tailorbird
