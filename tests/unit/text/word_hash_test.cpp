#include "text/word_hash.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>

using namespace tailorbird;

TEST_CASE("words: equal when all their bytes are, however long they are") {
  std::set<std::size_t> hashes;
  std::size_t words = 0;
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string word(size, 'a');
    CHECK(WordEqual()(word, std::string(size, 'a')));
    CHECK(WordHash()(word) == WordHash()(std::string(size, 'a')));
    CHECK_FALSE(WordEqual()(word, word + 'a'));
    hashes.insert(WordHash()(word));
    ++words;
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = word;
      other[at] = 'b';
      CAPTURE(other);
      CHECK_FALSE(WordEqual()(word, other));
      hashes.insert(WordHash()(other));
      ++words;
    }
  }
  CHECK(hashes.size() == words);
}

TEST_CASE("words: those of three letters differ wherever the letter is") {
  CHECK_FALSE(WordEqual()("abc", "xbc"));
  CHECK_FALSE(WordEqual()("abc", "axc"));
  CHECK_FALSE(WordEqual()("abc", "abx"));
  CHECK_FALSE(WordEqual()("ab", "ba"));
}
