#pragma once
// Paragraphs, lists, tables, divs … made up.

#include "property/random_words.hpp"

namespace tailorbird::test {

class RandomBlocks {
 public:
  RandomBlocks(Random& random, std::size_t& word_count, const Constructs& constructs)
      : random_(random), words_(random, word_count), constructs_(constructs) {}

  /// `count` blocks, the first of them for all who can read the place.
  std::vector<Piece> blocks(const Place& place, std::size_t count);

  RandomWords& words() { return words_; }

 private:
  Piece block(const Place& place);
  Piece heading(const Place& place);
  Piece div(const Place& place);
  Piece variants(const Place& place);
  Piece quote(const Place& place);
  Piece tight_list(const Place& place);
  Piece loose_list(const Place& place);
  Piece item(const Place& place, bool may_be_empty);
  Piece table(const Place& place);
  Piece code();
  void define(std::vector<Piece>& blocks);

  Random& random_;
  RandomWords words_;
  const Constructs& constructs_;
  std::size_t definition_count_ = 0;
};

}  // namespace tailorbird::test
