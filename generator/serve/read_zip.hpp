#pragma once
// The files of a zip of our own, unpacked into memory.

#include "base/files.hpp"
#include "base/result.hpp"
#include "write/memory_packager.hpp"

namespace tailorbird {

/// Fails when the file cannot be read, or an entry cannot be unpacked.
Result<FilesInMemory> read_zip(const fs::path& path);

}  // namespace tailorbird
