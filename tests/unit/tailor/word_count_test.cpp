#include "tailor/word_count.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace tailorbird;

TEST_CASE("words: runs without white space; marks after a link or emphasis are none") {
  struct Row {
    const char* text;
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
      {"\u00c9t\u00e9 d'hiver", 2},
      {"\u65e5\u672c\u8a9e\u306e\u6587 \u00bb", 2},  // all bytes beyond ASCII
      {"\"quoted\" & <b>", 3},
      {"a b c d e f g h i j k l m n", 14},
      {"one\ntwo  three\tfour", 4},
  };
  for (const Row& row : rows) CHECK(count_words(row.text) == row.words);
  SUBCASE("whatever the place in the text") {
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string words = std::string(before, 'x') + " and two";
      CHECK(count_words(words) == (before == 0 ? 2 : 3));
    }
  }
}
