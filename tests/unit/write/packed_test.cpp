#include "write/packed.hpp"

#include <doctest/doctest.h>
#include <libdeflate.h>
#include <ostream>

#include "base/hash.hpp"

using namespace tailorbird;

namespace {

std::string unpacked(const PackedContent& packed) {
  if (!packed.deflated) return packed.bytes;
  std::string content(packed.size, '\0');
  libdeflate_decompressor* inflate = libdeflate_alloc_decompressor();
  const libdeflate_result result = libdeflate_deflate_decompress(
      inflate, packed.bytes.data(), packed.bytes.size(), content.data(), content.size(), nullptr);
  libdeflate_free_decompressor(inflate);
  REQUIRE(result == LIBDEFLATE_SUCCESS);
  return content;
}

}  // namespace

TEST_CASE("packed: content comes back as it was, and what deflating does not make shorter is stored") {
  struct Row {
    std::string content;
    bool deflated;
  };
  for (const Row& row : {Row{std::string(5000, 'x'), true}, Row{"", false}, Row{"a", false}}) {
    CAPTURE(row.content.size());
    const Packed packed = pack(row.content);
    CHECK(packed->deflated == row.deflated);
    CHECK(packed->size == row.content.size());
    CHECK(packed->bytes.size() <= row.content.size());
    CHECK(unpacked(*packed) == row.content);
  }
  CHECK(pack("123456789")->crc == 0xCBF43926U);  // the check value of CRC-32
}

namespace {

Packed get(PackedStore& store, const std::string& content) { return store.get(content, sha256_hex(content)); }

}  // namespace

TEST_CASE("packed: equal content is packed once") {
  PackedStore store;
  const Packed first = get(store, std::string(5000, 'x'));
  CHECK(get(store, std::string(5000, 'x')) == first);
  CHECK(get(store, std::string(5000, 'y')) != first);
}

TEST_CASE(
    "packed: a full store forgets what was not asked for lately, and packs it again to the same bytes") {
  PackedStore store(64);
  const std::string often(1000, 'a');
  const Packed kept = get(store, often);
  const Packed forgotten = get(store, std::string(1000, 'b'));
  for (char c = 'c'; c <= 'z'; ++c) {
    get(store, std::string(1000, c));
    CHECK(get(store, often) == kept);
  }
  const Packed again = get(store, std::string(1000, 'b'));
  CHECK(again != forgotten);
  CHECK(again->bytes == forgotten->bytes);
}
