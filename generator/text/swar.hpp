#pragma once
// SIMD within a register (SWAR): tests eight bytes at once in a 64-bit number. The result has the high bit of
// each byte that passes; all other bits are 0.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tailorbird::swar {

inline constexpr bool little = std::endian::native == std::endian::little;

constexpr std::uint64_t each(unsigned char byte) { return 0x0101010101010101U * byte; }
inline constexpr std::uint64_t high_bits = each(0x80);

/// The eight bytes of `text` from `at` on; zeros after its end.
inline std::uint64_t load(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  if (text.size() - at >= 8) {  // a fixed size is one instruction
    std::memcpy(&bytes, text.data() + at, 8);
  } else {
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  }
  return bytes;
}

/// The bytes that are at least `least`. All of `bytes` must be below 0x80, so that no sum carries into the
/// next byte.
constexpr std::uint64_t at_least(std::uint64_t bytes, unsigned char least) {
  return (bytes + each(static_cast<unsigned char>(0x80 - least))) & high_bits;
}

/// The bytes that equal `byte`, which is below 0x80.
constexpr std::uint64_t equal(std::uint64_t bytes, unsigned char byte) {
  const std::uint64_t other = bytes ^ each(byte);
  return ~(((other & ~high_bits) + ~high_bits) | other) & high_bits;
}

/// The bytes that are printable ASCII, tabs or line feeds.
constexpr std::uint64_t plain(std::uint64_t bytes) {
  const std::uint64_t ascii = bytes & ~high_bits;
  const std::uint64_t shown = at_least(ascii, 0x20) & ~at_least(ascii, 0x7F);
  return (shown | equal(ascii, '\n') | equal(ascii, '\t')) & ~bytes;
}

/// The bytes with A to Z as a to z.
constexpr std::uint64_t lower_case(std::uint64_t bytes) {
  const std::uint64_t ascii = bytes & ~high_bits;
  const std::uint64_t capitals = at_least(ascii, 'A') & ~at_least(ascii, 'Z' + 1) & ~bytes;
  return bytes | capitals >> 2U;
}

/// Whether `text` has eight bytes at `at` and all of them pass `answers`, one of the tests above.
template <typename Answers>
bool all(std::string_view text, std::size_t at, const Answers& answers) {
  return text.size() - at >= 8 && (answers(load(text, at)) & high_bits) == high_bits;
}

/// The index of the first byte that passed; 8 when none did.
constexpr unsigned first(std::uint64_t answers) {
  return static_cast<unsigned>(little ? std::countr_zero(answers) : std::countl_zero(answers)) / 8;
}

constexpr std::uint64_t without_first(std::uint64_t answers) {
  if constexpr (little) return answers & (answers - 1);
  return answers == 0 ? 0 : answers & ~(std::uint64_t{1} << (63 - std::countl_zero(answers)));
}

/// The results shifted by one byte; the first becomes the last result in `before`, of the bytes before.
constexpr std::uint64_t moved_on(std::uint64_t answers, std::uint64_t before) {
  return little ? answers << 8U | before >> 56U : answers >> 8U | before << 56U;
}

}  // namespace tailorbird::swar
