#include "check/phrase_table.hpp"

#include <doctest/doctest.h>
#include <random>
#include <string>

#include "check/word_starts.hpp"

using namespace tailorbird;

namespace {

const auto all = [](std::uint32_t) { return true; };

std::vector<std::uint32_t> found(const PhraseTable& table, std::string text) {
  text.append(8, '\n');
  return table.find(text, word_starts(text), table.filter(all), all);
}

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
  const std::vector<std::string> phrases = {
      "call your doctor today", "call your manager today", "Jo Berg",      "jo@two.example",
      "+33 1 22 33 44",         "plan/page-001",           "plan/page-002"};
  const PhraseTable table(std::vector<std::string_view>(phrases.begin(), phrases.end()));
  using Found = std::vector<std::uint32_t>;
  CHECK(found(table, "please call your doctor today.") == Found{0});
  CHECK(found(table, "call your manager today, call your doctor today") == Found{0, 1});
  CHECK(found(table, "call your doctor tomorrow").empty());
  CHECK(found(table, "ask Jo Berg").size() == 1);
  CHECK(found(table, "Jo Berg") == Found{2});
  CHECK(found(table, "mailto:jo@two.example?x") == Found{3});
  CHECK(found(table, "(+33 1 22 33 44)") == Found{4});
  CHECK(found(table, "plan/page-002.html and plan/page-001.html") == Found{5, 6});
  CHECK(found(table, "plan/page-003.html").empty());
  CHECK(found(table, "").empty());
}

TEST_CASE("phrase table: only what is wanted is found") {
  const PhraseTable table({"call your doctor today", "call your manager today"});
  const auto second = [](std::uint32_t phrase) { return phrase == 1; };
  const std::string text = "call your doctor today, call your manager today\n\n\n\n\n\n\n\n";
  CHECK(table.find(text, word_starts(text), table.filter(second), second) == std::vector<std::uint32_t>{1});
}

TEST_CASE("phrase table: many phrases that differ in one word only are told apart") {
  std::vector<std::string> phrases;
  for (int number = 0; number < 3000; ++number)
    phrases.push_back("section/page-" + std::to_string(10000 + number));
  const PhraseTable table(std::vector<std::string_view>(phrases.begin(), phrases.end()));
  for (std::uint32_t number = 0; number < 3000; number += 7) {
    CHECK(found(table, "x " + phrases[number] + ".html") == std::vector<std::uint32_t>{number});
  }
}
