#include "leak/phrase_fingerprints.hpp"

#include <limits>

#include "text/word_starts.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t narrow_bytes = 7;
constexpr std::size_t wide_bytes = 16;
constexpr std::size_t longest_looked_at = 1024;  // words beyond this offset in a phrase are not chosen
constexpr unsigned count_bits = 20;              // size of the table that counts how common fingerprints are

/// As narrow_hash, but never reads beyond the end of the phrase.
std::uint64_t padded_hash(std::string_view phrase, std::size_t offset) {
  if (offset + sizeof(std::uint64_t) <= phrase.size()) return narrow_hash(phrase.data() + offset);
  char bytes[sizeof(std::uint64_t)] = {};
  std::memcpy(bytes, phrase.data() + offset, phrase.size() - offset);
  return narrow_hash(bytes);
}

std::uint64_t hash_at(std::string_view phrase, std::uint32_t offset, FingerprintSize size) {
  return size == FingerprintSize::wide ? wide_hash(phrase.data() + offset) : padded_hash(phrase, offset);
}

struct Places {
  std::vector<std::uint32_t> offsets;
  FingerprintSize size = FingerprintSize::narrow;
};

/// The words of the phrase at which a fingerprint can begin. The first word is used only when there is no
/// other: in a text, letters directly before the phrase may make it part of a longer word.
Places places_in(std::string_view phrase) {
  const std::vector<std::uint32_t> starts = word_starts(phrase.substr(0, longest_looked_at));
  for (const FingerprintSize size : {FingerprintSize::wide, FingerprintSize::narrow}) {
    const std::size_t bytes = size == FingerprintSize::wide ? wide_bytes : narrow_bytes;
    Places places{starts, size};
    std::erase_if(places.offsets, [&](std::uint32_t at) { return at + bytes > phrase.size(); });
    const bool others = places.offsets.size() > 1;
    if (others && places.offsets.front() == 0) places.offsets.erase(places.offsets.begin());
    const bool only_the_first = !places.offsets.empty() && places.offsets.front() == 0;
    if (!places.offsets.empty() && !(size == FingerprintSize::wide && only_the_first)) return places;
  }
  return {};
}

}  // namespace

std::vector<Fingerprint> choose_fingerprints(std::span<const std::string_view> phrases) {
  std::vector<std::uint8_t> counts(std::size_t{1} << count_bits, 0);
  const auto count_of = [&](std::uint64_t hash) -> std::uint8_t& {
    return counts[hash >> (64 - count_bits)];
  };
  for (const std::string_view phrase : phrases) {
    const Places places = places_in(phrase);
    for (const std::uint32_t at : places.offsets) {
      std::uint8_t& count = count_of(hash_at(phrase, at, places.size));
      if (count != std::numeric_limits<std::uint8_t>::max()) ++count;
    }
  }
  std::vector<Fingerprint> fingerprints;
  fingerprints.reserve(phrases.size());
  for (const std::string_view phrase : phrases) {
    const Places places = places_in(phrase);
    Fingerprint best;
    unsigned best_count = std::numeric_limits<unsigned>::max();
    for (const std::uint32_t at : places.offsets) {
      const std::uint64_t hash = hash_at(phrase, at, places.size);
      if (count_of(hash) >= best_count) continue;
      best = {hash, at, places.size};
      best_count = count_of(hash);
    }
    fingerprints.push_back(best);
  }
  return fingerprints;
}

}  // namespace tailorbird
