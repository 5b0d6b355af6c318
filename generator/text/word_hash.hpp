#pragma once
// Hash and equality of words. Nearly all words have at most sixteen bytes, so both functions use two numbers:
// the first eight bytes and the last eight, which may overlap.

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/hash.hpp"

namespace tailorbird {

/// All bytes of a word of at most sixteen bytes, and its size. Words with equal ends and sizes are equal. A
/// longer word has only its ends here.
struct ShortWord {
  static constexpr std::size_t longest = 16;

  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint32_t size = 0;
  bool operator==(const ShortWord&) const = default;

  explicit ShortWord(std::string_view word) : size(static_cast<std::uint32_t>(word.size())) {
    const char* const end = word.data() + word.size();
    if (word.size() >= sizeof first) {
      std::memcpy(&first, word.data(), sizeof first);
      std::memcpy(&last, end - sizeof last, sizeof last);
    } else if (word.size() >= half) {
      std::memcpy(&first, word.data(), half);
      std::memcpy(&last, end - half, half);
    } else if (!word.empty()) {
      first = static_cast<unsigned char>(word.front());
      last = static_cast<std::uint64_t>(static_cast<unsigned char>(word[word.size() / 2])) << 8U |
             static_cast<unsigned char>(word.back());
    }
  }

 private:
  static constexpr std::size_t half = 4;
};

struct WordHash {
  std::size_t operator()(std::string_view word) const {
    if (word.size() > ShortWord::longest) return quick_hash(word);
    return operator()(ShortWord(word));
  }
  std::size_t operator()(const ShortWord& word) const {
    return mixed(mixed(word.first + word.size * 0xD6E8FEB86659FD93U) ^ word.last);
  }

 private:
  /// Mixes all bits into the lower half, since hash tables use the low bits.
  static constexpr std::uint64_t mixed(std::uint64_t bits) {
    bits *= 0x9E3779B97F4A7C15U;
    return bits ^ bits >> 32U;
  }
};

struct WordEqual {
  bool operator()(std::string_view one, std::string_view other) const {
    if (one.size() != other.size()) return false;
    return one.size() > ShortWord::longest ? one == other : ShortWord(one) == ShortWord(other);
  }
};

}  // namespace tailorbird
