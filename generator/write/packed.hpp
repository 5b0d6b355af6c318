#pragma once
// The content of zip entries as it lies in a zip. Deflating is the dearest step of packaging, so content is
// deflated once per build, and copied as it is into every zip that holds it.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/recent_map.hpp"
#include "write/known_zips.hpp"

namespace tailorbird {

/// One file's content, packed.
struct PackedContent {
  std::string bytes;  // raw DEFLATE; stored as they are where that would be no shorter
  bool deflated = false;
  std::uint32_t crc = 0;   // CRC-32 of the content
  std::uint64_t size = 0;  // of the content
};

using Packed = std::shared_ptr<const PackedContent>;

/// CRC-32, as zips have it.
std::uint32_t crc32_of(std::string_view content);

/// Deflates with libdeflate, level 6. Equal content gives equal bytes on any machine.
Packed pack(std::string_view content);

/// Whether `packed` is what pack() makes of `content`, given that pack() made it. Unpacks it.
bool is_packed_from(const PackedContent& packed, std::string_view content);

/// What was packed lately (base/recent_map.hpp). Thread-safe.
class PackedStore {
 public:
  static constexpr std::size_t default_memory = std::size_t{24} << 20U;

  /// `memory`: packed bytes kept at most. `zips`: what the last build made.
  explicit PackedStore(std::size_t memory = default_memory, ZipsByPath zips = {})
      : packed_({.bytes = memory / 2}), zips_(std::move(zips)) {}

  /// `content`, packed now or when it was asked for before. `key`: its SHA-256.
  /// `before`: what pack() made for its place in the last build; may be null.
  Packed get(std::string_view content, const std::string& key, const Packed& before = nullptr);

  KnownZips& zips() { return zips_; }

 private:
  // By SHA-256: no two organisations' files are ever taken for one another.
  RecentMap<PackedContent, std::string> packed_;
  KnownZips zips_;
};

}  // namespace tailorbird
