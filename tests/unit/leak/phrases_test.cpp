#include "leak/phrases.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

TEST_CASE("phrases: a text is cut into sentences that can be recognised") {
  struct Row {
    const char* text;
    std::vector<std::string_view> sentences;
  };
  const Row rows[] = {
      {"Call the doctor today. Then take a rest.", {"Call the doctor today.", "Then take a rest."}},
      {"Call the doctor today. Rest.", {"Call the doctor today. Rest."}},
      {"No. Call the doctor today.", {"No. Call the doctor today."}},
      {"Two words", {}},
      {"a b c d e", {}},
      {"  Write down what you agreed  ", {"Write down what you agreed"}},
  };
  for (const Row& row : rows) CHECK(sentences(row.text) == row.sentences);
  SUBCASE("a long one in pieces") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "word" + std::to_string(i) + " ";
    CHECK(sentences(text).size() > 2);
    for (const std::string_view phrase : sentences(text)) CHECK(phrase.size() < 110);
  }
}
