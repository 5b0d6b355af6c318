#include "render/vocabulary.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <thread>

using namespace tailorbird;

namespace {

std::vector<std::string> words_in(std::string_view text) {
  const FoldedWords folded(text);
  std::vector<std::string> words;
  for (std::size_t index = 0; index < folded.size(); ++index) words.emplace_back(folded[index]);
  return words;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("vocabulary: words are found without capitals and accents, of two letters at least") {
  CHECK(words_in("A Talk, at 10 o'clock.") == List{"talk", "at", "10", "clock"});
  CHECK(words_in("R\u00e9union \u00e0 No\u00ebl") == List{"reunion", "noel"});
  CHECK(words_in("").empty());
}

TEST_CASE("vocabulary: a word is found wherever it begins and ends") {
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t size = 2; size < 20; ++size) {
      const std::string word = "N" + std::string(size - 1, 'o');
      const std::string low = "n" + std::string(size - 1, 'o');
      CAPTURE(before);
      CAPTURE(size);
      CHECK(words_in(std::string(before, '-') + word) == List{low});
      CHECK(words_in(std::string(before, '-') + word + " " + word + "\u00eb.") == List{low, low + "e"});
    }
  }
}

TEST_CASE("vocabulary: what folding cuts is two words") {
  CHECK(words_in("l\u2019arr\u00eat") == List{"arret"});
  CHECK(words_in("aujourd\u2019hui") == List{"aujourd", "hui"});
}

TEST_CASE("vocabulary: words are found in every script") {
  CHECK(words_in("Первый день") == List{"первыи", "день"});
  CHECK(words_in("العودة إلى العمل").size() == 3);
  CHECK(words_in("Τέλος") == List{"τελοσ"});
}

TEST_CASE("vocabulary: where words are not spaced, each two neighbours are a word") {
  CHECK(words_in("東京都") == List{"東京", "京都"});
  CHECK(words_in("会") == List{"会"});
  CHECK(words_in("plan会议b2") == List{"plan", "会议", "b2"});
}

TEST_CASE("vocabulary: every language that has a stemmer uses it, with or without a region") {
  for (const char* language : {"de", "pt-br", "sv", "ru"}) {
    Vocabulary vocabulary(language);
    vocabulary.numbers(FoldedWords(language == std::string("ru") ? "работа работы" : "planen plan plane"));
    CAPTURE(language);
    CHECK(vocabulary.stem_count() < vocabulary.size());
  }
}

TEST_CASE("vocabulary: a word has one number, and forms of a word have one stem") {
  Vocabulary vocabulary("en");
  const auto numbers = vocabulary.numbers(FoldedWords("plan planning plans plan talk"));
  REQUIRE(numbers.size() == 5);
  CHECK(numbers[0] == numbers[3]);
  CHECK(vocabulary.numbers(FoldedWords("Plan")) ==
        std::vector<std::uint32_t>{vocabulary.numbers(FoldedWords("plan"))});
  const auto reading = vocabulary.reading();
  CHECK(vocabulary.size() == 4);
  CHECK(vocabulary.stem_count() == 2);
  for (const std::uint32_t number : numbers) {
    const bool is_talk = vocabulary.word(number) == "talk";
    CHECK(vocabulary.stem(vocabulary.stem_of(number)) == (is_talk ? "talk" : "plan"));
  }
}

TEST_CASE("vocabulary: in a language without a stemmer each form is a stem of its own") {
  Vocabulary vocabulary("xx");
  vocabulary.numbers(FoldedWords("plan plans"));
  CHECK(vocabulary.stem_count() == 2);
}

TEST_CASE("vocabulary: two threads that meet the same new words give them one number each") {
  Vocabulary vocabulary("en");
  std::string text;
  for (int number = 0; number < 2000; ++number) text += "word" + std::to_string(number) + " ";
  std::vector<std::uint32_t> here;
  std::vector<std::uint32_t> there;
  std::thread other([&] { there = vocabulary.numbers(FoldedWords(text)); });
  here = vocabulary.numbers(FoldedWords(text));
  other.join();
  std::sort(here.begin(), here.end());
  std::sort(there.begin(), there.end());
  CHECK(here == there);
  CHECK(vocabulary.size() == 2000);
}
