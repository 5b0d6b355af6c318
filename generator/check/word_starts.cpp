#include "check/word_starts.hpp"

#include <bit>
#include <cstring>

namespace tailorbird {
namespace {

// Eight bytes are looked at together; the answer for each is its high bit.

constexpr bool little = std::endian::native == std::endian::little;

constexpr std::uint64_t each_byte(unsigned char byte) { return 0x0101010101010101U * byte; }
constexpr std::uint64_t high_bits = each_byte(0x80);

/// Those of `bytes`, all below 0x80, that are at least `least`. Nothing is carried from byte to byte.
constexpr std::uint64_t at_least(std::uint64_t bytes, unsigned char least) {
  return bytes + each_byte(static_cast<unsigned char>(0x80 - least));
}

constexpr std::uint64_t word_bytes(std::uint64_t bytes) {
  const std::uint64_t ascii = bytes & ~high_bits;
  const std::uint64_t small = ascii | each_byte(0x20);
  const std::uint64_t letters = at_least(small, 'a') & ~at_least(small, 'z' + 1);
  const std::uint64_t digits = at_least(ascii, '0') & ~at_least(ascii, '9' + 1);
  return (letters | digits | bytes) & high_bits;
}

/// The answers moved on by one byte; the first is the last one of the eight bytes before.
constexpr std::uint64_t moved_on(std::uint64_t answers, std::uint64_t before) {
  return little ? answers << 8U | before >> 56U : answers >> 8U | before << 56U;
}

/// Which byte the first answer is for; `answers` has one.
constexpr unsigned first_of(std::uint64_t answers) {
  return static_cast<unsigned>(little ? std::countr_zero(answers) : std::countl_zero(answers)) / 8;
}

constexpr std::uint64_t without_first(std::uint64_t answers) {
  return little ? answers & (answers - 1) : answers & ~(std::uint64_t{1} << (63 - std::countl_zero(answers)));
}

}  // namespace

std::vector<std::uint32_t> word_starts(std::string_view text) {
  std::vector<std::uint32_t> starts(text.size() / 2 + 1);
  std::size_t count = 0;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, text.size() - at >= 8 ? 8 : text.size() - at);
    const std::uint64_t words = word_bytes(bytes);
    for (std::uint64_t left = words & ~moved_on(words, before); left != 0; left = without_first(left)) {
      starts[count++] = static_cast<std::uint32_t>(at) + first_of(left);
    }
    before = words;
  }
  starts.resize(count);
  return starts;
}

}  // namespace tailorbird
