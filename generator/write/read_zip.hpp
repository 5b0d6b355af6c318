#pragma once
// Reads zips that Tailorbird made.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/files.hpp"
#include "base/result.hpp"
#include "write/memory_packager.hpp"
#include "write/packed.hpp"

namespace tailorbird {

/// All files of a zip, unpacked into memory. Fails when the file cannot be read, or an entry cannot be
/// unpacked.
Result<FilesInMemory> read_zip(const fs::path& path);

/// What a zip records about an entry, without unpacking it.
struct EntryFacts {
  std::string name;
  std::uint64_t size = 0;  // of the content
  std::uint32_t crc = 0;
};

/// Whether `bytes` are a zip with an entry, whatever the file's name: office documents and EPUB too.
bool is_zip(std::string_view bytes);

/// Unpacks the `wanted` entries of the zip `bytes` and passes them to `take`, one after the other.
Result<void> each_entry(std::string_view bytes, const std::function<bool(const EntryFacts&)>& wanted,
                        const std::function<void(const std::string& name, std::string_view bytes)>& take);

/// The entries of the zip `bytes` by name, still compressed. Empty when it cannot be read.
std::unordered_map<std::string, Packed> packed_entries(std::string_view bytes);

}  // namespace tailorbird
