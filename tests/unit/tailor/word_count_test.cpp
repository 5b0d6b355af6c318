#include "tailor/word_count.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace tailorbird;

TEST_CASE("words: runs without white space; marks after a link or emphasis are none") {
  struct Row {
    const char* html;
    std::size_t words;
  };
  const Row rows[] = {
      {"", 0},
      {" ", 0},
      {"one", 1},
      {" one ", 1},
      {"one two", 2},
      {".", 0},
      {", and then", 2},
      {"&#201;t&#233; d&#39;hiver", 2},
      {"a b c d e f g h i j k l m n", 14},
      {"one\ntwo  three\tfour", 4},
  };
  for (const Row& row : rows) CHECK(count_words(row.html) == row.words);
  SUBCASE("whatever the place in the text") {
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string words = std::string(before, 'x') + " and two";
      CHECK(count_words(words) == (before == 0 ? 2 : 3));
    }
  }
}
