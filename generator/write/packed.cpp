#include "write/packed.hpp"

#include <libdeflate.h>
#include <new>

namespace tailorbird {
namespace {

// zlib's own default: level 9 takes twice the time to save one per cent.
constexpr int deflate_level = 6;

struct FreeCompressor {
  void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
};

/// Made once for each thread, since it has a megabyte of tables.
libdeflate_compressor& compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> one(
      libdeflate_alloc_compressor(deflate_level));
  if (!one) throw std::bad_alloc();
  return *one;
}

}  // namespace

std::uint32_t crc32_of(std::string_view content) {
  return libdeflate_crc32(0, content.data(), content.size());
}

Packed pack(std::string_view content) {
  auto packed = std::make_shared<PackedContent>();
  packed->size = content.size();
  packed->crc = crc32_of(content);
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
  if (Packed known = packed_.find(key)) return known;
  Packed packed = pack(content);
  packed_.keep(key, packed, packed->bytes.size());
  return packed;
}

}  // namespace tailorbird
