#pragma once
// Fingerprints of phrases, for finding many phrases in one pass. A fingerprint is the hash of the bytes from
// the beginning of one chosen word of the phrase. A text is hashed at the beginning of each word, and a
// phrase is compared only where its fingerprint matches.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace tailorbird {

/// The number of bytes that are hashed. Sentences have wide fingerprints, which hardly any other sentence
/// shares; names and numbers have narrow ones.
enum class FingerprintSize : std::uint8_t { narrow, wide };

struct Fingerprint {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint64_t hash = 0;
  std::uint32_t offset = none;  // of the chosen word in the phrase; none: no word is long enough, so the
                                // phrase is not searched for
  FingerprintSize size = FingerprintSize::narrow;
};

/// The number of bytes that must follow the last word of a text, so that hashing need not check for the end.
constexpr std::size_t fingerprint_slack = 16;

/// The hash of the seven bytes at `bytes`; eight are read.
inline std::uint64_t narrow_hash(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  constexpr bool little = std::endian::native == std::endian::little;
  value = (little ? value << 8U : value >> 8U) * 0x9E3779B97F4A7C15U;
  return value ^ value >> 32U;
}

/// The hash of the sixteen bytes at `bytes`.
inline std::uint64_t wide_hash(const char* bytes) {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::memcpy(&first, bytes, sizeof first);
  std::memcpy(&second, bytes + sizeof first, sizeof second);
  const std::uint64_t value = (first ^ std::rotl(second * 0xC2B2AE3D27D4EB4FU, 29)) * 0x9E3779B97F4A7C15U;
  return value ^ value >> 32U;
}

/// Chooses for each phrase the fingerprint that the fewest other phrases share, so that few phrases have to
/// be compared at a match.
std::vector<Fingerprint> choose_fingerprints(std::span<const std::string_view> phrases);

}  // namespace tailorbird
