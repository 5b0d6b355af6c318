#pragma once
// A hash table that numbers words in the order in which they come. Small, as nearly all of looking a word up
// is waiting for memory: the slots are numbers, and words that come early, which are the common ones, lie
// together.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_hash.hpp"

namespace tailorbird {

class WordNumbers {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::size_t size() const { return words_.size(); }
  const std::string& word(std::uint32_t number) const { return words_[number]; }

  /// The number of `word`, whose WordHash is `hash`; or none.
  std::uint32_t find(std::string_view word, std::size_t hash) const;
  /// The number of `word`, which is the next one when it is new.
  std::uint32_t add(std::string_view word);
  /// Lets the processor fetch what find() with this hash looks at first.
  void prefetch(std::size_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }

 private:
  void put(std::size_t hash, std::uint32_t number);
  void grow();

  std::vector<std::uint32_t> slots_ =
      std::vector<std::uint32_t>(1024, none);  // a power of two, half full at most
  std::vector<ShortWord> ends_;                // by number
  std::deque<std::string> words_;              // by number
};

}  // namespace tailorbird
