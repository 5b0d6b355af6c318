#include "leak/known_phrases.hpp"

#include <algorithm>
#include <array>
#include <compare>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t hash_length = 32;
constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t marks_a_digit = 4;

struct Hashed {
  std::array<char, hash_length> hash;
  std::uint32_t phrase;
  auto operator<=>(const Hashed&) const = default;
};

/// Of all phrases, sorted.
std::vector<Hashed> hashes_of(const LeakIndex& index) {
  std::vector<Hashed> hashes(index.size());
  for (std::uint32_t phrase = 0; phrase < index.size(); ++phrase) {
    hashes[phrase].phrase = phrase;
    sha256_hex(index.folded_phrase(phrase)).copy(hashes[phrase].hash.data(), hash_length);
  }
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

}  // namespace

std::string phrase_hashes(const LeakIndex& index) { return KnownPhrases(index, {}).hashes(); }

KnownPhrases::KnownPhrases(const LeakIndex& index, std::string_view before)
    : rank_(index.size()), rank_before_(index.size(), none), size_before_(before.size() / hash_length) {
  const std::vector<Hashed> hashes = hashes_of(index);
  hashes_.reserve(hashes.size() * hash_length);
  std::size_t at = 0;  // a place in `before`, which is sorted too
  for (std::uint32_t rank = 0; rank < hashes.size(); ++rank) {
    const std::string_view hash(hashes[rank].hash.data(), hash_length);
    const std::uint32_t phrase = hashes[rank].phrase;
    hashes_ += hash;
    rank_[phrase] = rank;
    while (at < size_before_ && before.substr(at * hash_length, hash_length) < hash) ++at;
    if (at < size_before_ && before.substr(at * hash_length, hash_length) == hash)
      rank_before_[phrase] = static_cast<std::uint32_t>(at);
  }
}

std::vector<std::uint32_t> KnownPhrases::fresh() const {
  std::vector<std::uint32_t> phrases;
  for (std::uint32_t phrase = 0; phrase < rank_before_.size(); ++phrase) {
    if (rank_before_[phrase] == none) phrases.push_back(phrase);
  }
  return phrases;
}

std::string KnownPhrases::text_of(const std::vector<bool>& marks) const {
  std::vector<unsigned> values((rank_.size() + marks_a_digit - 1) / marks_a_digit);
  for (std::uint32_t phrase = 0; phrase < rank_.size(); ++phrase) {
    const std::uint32_t rank = rank_[phrase];
    if (marks[phrase]) values[rank / marks_a_digit] |= 1U << (rank % marks_a_digit);
  }
  std::string text;
  for (const unsigned value : values) text += digits[value];
  return text;
}

std::vector<bool> KnownPhrases::read_marks(std::string_view text) const {
  std::vector<bool> marks(rank_before_.size());
  if (text.size() != (size_before_ + marks_a_digit - 1) / marks_a_digit) return marks;
  for (std::uint32_t phrase = 0; phrase < rank_before_.size(); ++phrase) {
    const std::uint32_t rank = rank_before_[phrase];
    if (rank == none) continue;
    const std::size_t value = digits.find(text[rank / marks_a_digit]);
    marks[phrase] = value != std::string_view::npos && (value >> (rank % marks_a_digit) & 1U) != 0;
  }
  return marks;
}

}  // namespace tailorbird
