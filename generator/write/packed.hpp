#pragma once
// Compressed content of zip entries. Deflating is the most expensive step of packaging, so content is
// deflated once per build and copied into every zip that contains it.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/recent_map.hpp"
#include "write/known_zips.hpp"

namespace tailorbird {

/// The compressed content of one file.
struct PackedContent {
  std::string bytes;  // raw DEFLATE, or uncompressed where that would not be shorter
  bool deflated = false;
  std::uint32_t crc = 0;   // CRC-32 of the content
  std::uint64_t size = 0;  // of the content
};

using Packed = std::shared_ptr<const PackedContent>;

/// CRC-32, as used in zips.
std::uint32_t crc32_of(std::string_view content);

/// Compresses with libdeflate, level 6. Equal content gives equal bytes on any machine.
Packed pack(std::string_view content);

/// A cache of packed content (base/recent_map.hpp). Thread-safe.
class PackedStore {
 public:
  static constexpr std::size_t default_memory = std::size_t{24} << 20U;

  /// `memory`: the limit on packed bytes. `zips`: those of the last build.
  explicit PackedStore(std::size_t memory = default_memory, ZipsByPath zips = {})
      : packed_({.bytes = memory / 2}), zips_(std::move(zips)) {}

  /// `content`, packed, from the cache if it is there. `key`: its SHA-256.
  Packed get(std::string_view content, const std::string& key);

  KnownZips& zips() { return zips_; }

 private:
  // By SHA-256, so that files of two organisations are never confused.
  RecentMap<PackedContent, std::string> packed_;
  KnownZips zips_;
};

}  // namespace tailorbird
