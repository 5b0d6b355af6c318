#include "leak/phrase_table.hpp"

#include <doctest/doctest.h>
#include <random>
#include <string>

#include "text/word_starts.hpp"

using namespace tailorbird;

namespace {

/// A table and the phrases that it views.
class Table {
 public:
  explicit Table(std::vector<std::string> phrases)
      : phrases_(std::move(phrases)), table_({phrases_.begin(), phrases_.end()}) {}

  std::vector<std::uint32_t> in(std::string text) const {
    text.append(fingerprint_slack, '\n');
    return table_.find(text);
  }

 private:
  std::vector<std::string> phrases_;
  PhraseTable table_;
};

/// The offset of each word's first byte, one byte at a time.
std::vector<std::uint32_t> slow_word_starts(std::string_view text) {
  const auto in_word = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (in_word(text[at]) && (at == 0 || !in_word(text[at - 1]))) starts.push_back(at);
  }
  return starts;
}

}  // namespace

TEST_CASE("word starts: the same as one byte after the other, whatever the bytes") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string text(random() % 60, ' ');
    for (char& c : text) c = static_cast<char>(random() % 3 == 0 ? ' ' : random() % 256);
    CHECK(word_starts(text) == slow_word_starts(text));
  }
  CHECK(word_starts("a b c d e f g h i") == std::vector<std::uint32_t>{0, 2, 4, 6, 8, 10, 12, 14, 16});
}

TEST_CASE("phrase table: each phrase that stands in a text is found, and no other") {
  const Table phrases({"call your doctor today", "call your manager today", "Jo Berg", "jo@two.example",
                       "+33 1 22 33 44", "plan/page-001", "plan/page-002", "to be or not to be at work"});
  using Found = std::vector<std::uint32_t>;
  CHECK(phrases.in("please call your doctor today.") == Found{0});
  CHECK(phrases.in("call your manager today, call your doctor today") == Found{0, 1});
  CHECK(phrases.in("call your doctor tomorrow").empty());
  CHECK(phrases.in("ask Jo Berg").size() == 1);
  CHECK(phrases.in("Jo Berg") == Found{2});
  CHECK(phrases.in("mailto:jo@two.example?x") == Found{3});
  CHECK(phrases.in("(+33 1 22 33 44)") == Found{4});
  CHECK(phrases.in("plan/page-002.html and plan/page-001.html") == Found{5, 6});
  CHECK(phrases.in("plan/page-003.html").empty());
  CHECK(phrases.in("tto be or not to be at work") == Found{7});
  CHECK(phrases.in("").empty());
}

TEST_CASE("phrase table: many phrases that differ in one word only are told apart") {
  std::vector<std::string> many;
  for (int number = 0; number < 3000; ++number)
    many.push_back("section/page-" + std::to_string(10000 + number));
  for (int number = 0; number < 3000; ++number)
    many.push_back("We talk about the plan of week " + std::to_string(10000 + number) + " at work");
  const Table phrases(many);
  for (std::uint32_t number = 0; number < 6000; number += 97) {
    CHECK(phrases.in("x " + many[number] + ".html") == std::vector<std::uint32_t>{number});
  }
}
