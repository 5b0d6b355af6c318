#include "render/word_numbers.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace tailorbird;

namespace {

std::uint32_t number_of(const WordNumbers& numbers, std::string_view word) {
  return numbers.find(word, WordHash()(word));
}

}  // namespace

TEST_CASE("word numbers: words are numbered in the order in which they come, each once") {
  WordNumbers numbers;
  CHECK(number_of(numbers, "work") == WordNumbers::none);
  CHECK(numbers.add("work") == 0);
  CHECK(numbers.add("return") == 1);
  CHECK(numbers.add("work") == 0);
  CHECK(numbers.size() == 2);
  CHECK(numbers.word(1) == "return");
  CHECK(number_of(numbers, "return") == 1);
}

TEST_CASE("word numbers: long words that begin and end alike are different words") {
  WordNumbers numbers;
  CHECK(numbers.add("interdepartmental-a-agreement") == 0);
  CHECK(numbers.add("interdepartmental-b-agreement") == 1);
  CHECK(number_of(numbers, "interdepartmental-b-agreement") == 1);
  CHECK(number_of(numbers, "interdepartmental-c-agreement") == WordNumbers::none);
}

TEST_CASE("word numbers: they stay the same while the table grows") {
  WordNumbers numbers;
  constexpr std::uint32_t many = 5000;
  for (std::uint32_t number = 0; number < many; ++number) numbers.add("w" + std::to_string(number));
  for (std::uint32_t number = 0; number < many; ++number) {
    if (number_of(numbers, "w" + std::to_string(number)) != number) FAIL("w" << number);
  }
  CHECK(numbers.size() == many);
}
