#pragma once
// Phrases that are looked for as whole words in comparable texts (text/comparable.hpp), all in one pass.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/phrase_trie.hpp"

namespace tailorbird {

/// A phrase that stands in a comparable text, from `begin` up to `end`.
struct PhraseMatch {
  std::uint32_t phrase = 0;  // its number in the set
  std::size_t begin = 0;
  std::size_t end = 0;
};

class PhraseSet {
 public:
  /// Numbers it: 0, 1, 2 … With a `*` at its end its last word may go on.
  void add(std::string_view phrase);
  bool empty() const { return goes_on_.empty(); }

  /// Where they stand in `comparable`, by place.
  std::vector<PhraseMatch> find(std::string_view comparable) const;
  /// Which of them stand in `comparable`, sorted, each once.
  std::vector<std::uint32_t> found_in(std::string_view comparable) const;

 private:
  PhraseTrie trie_;
  std::vector<bool> goes_on_;  // by phrase
};

}  // namespace tailorbird
