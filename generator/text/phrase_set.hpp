#pragma once
// A set of phrases that finds all of its occurrences as whole words in comparable texts
// (text/comparable.hpp), in one pass.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/phrase_trie.hpp"

namespace tailorbird {

/// An occurrence of a phrase in a comparable text: [begin, end).
struct PhraseMatch {
  std::uint32_t phrase = 0;  // its number in the set
  std::size_t begin = 0;
  std::size_t end = 0;
};

class PhraseSet {
 public:
  /// Adds the next phrase, numbered from 0. A `*` at its end matches any continuation of the last word.
  void add(std::string_view phrase);
  bool empty() const { return goes_on_.empty(); }

  /// All occurrences in `comparable`, in the order in which they begin.
  std::vector<PhraseMatch> find(std::string_view comparable) const;
  /// The numbers of the phrases that occur in `comparable`, sorted, each once.
  std::vector<std::uint32_t> found_in(std::string_view comparable) const;

 private:
  PhraseTrie trie_;
  std::vector<bool> goes_on_;  // by phrase
};

}  // namespace tailorbird
