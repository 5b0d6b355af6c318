#include "write/packed.hpp"

#include <libdeflate.h>
#include <new>
#include <utility>

namespace tailorbird {
namespace {

// zlib's own default: level 9 takes twice the time for one per cent.
constexpr int deflate_level = 6;

struct FreeCompressor {
  void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
};

/// Made once for each thread: it is a megabyte of tables.
libdeflate_compressor& compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> one(
      libdeflate_alloc_compressor(deflate_level));
  if (!one) throw std::bad_alloc();
  return *one;
}

}  // namespace

Packed pack(std::string_view content) {
  auto packed = std::make_shared<PackedContent>();
  packed->size = content.size();
  packed->crc = libdeflate_crc32(0, content.data(), content.size());
  std::string& bytes = packed->bytes;
  bytes.resize(content.size());
  const std::size_t size =  // 0: it would be longer
      libdeflate_deflate_compress(&compressor(), content.data(), content.size(), bytes.data(), bytes.size());
  packed->deflated = size != 0;
  if (packed->deflated) {
    bytes.resize(size);
    bytes.shrink_to_fit();
  } else {
    bytes = content;
  }
  return packed;
}

Packed PackedStore::get(std::string_view content, const std::string& key) {
  if (Packed known = find(key)) return known;
  Packed packed = pack(content);
  keep(key, packed);
  return packed;
}

Packed PackedStore::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (const auto known = young_.find(key); known != young_.end()) return known->second;
  const auto known = old_.find(key);
  if (known == old_.end()) return nullptr;
  const Packed packed = known->second;
  young_bytes_ += packed->bytes.size();
  young_.insert(old_.extract(known));
  return packed;
}

void PackedStore::keep(const std::string& key, const Packed& packed) {
  const std::lock_guard lock(mutex_);
  if (young_bytes_ + packed->bytes.size() > memory_ / 2) {
    old_ = std::exchange(young_, {});
    young_bytes_ = 0;
  }
  if (young_.emplace(key, packed).second) young_bytes_ += packed->bytes.size();
}

}  // namespace tailorbird
