#include "text/readability.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("readability: syllables are groups of vowels without mute endings") {
  struct Row {
    const char* language;
    const char* word;
    std::size_t count;
  };
  const Row rows[] = {
      {"en", "work", 1},         {"en", "manager", 3},      {"en", "time", 1},
      {"en", "table", 2},        {"en", "agreed", 2},       {"en", "asked", 1},
      {"en", "wanted", 2},       {"en", "changes", 2},      {"en", "employee", 3},
      {"en", "the", 1},          {"nl", "werk", 1},         {"nl", "ziek", 1},
      {"nl", "bedrijfsarts", 3}, {"nl", "coördinatie", 5},  {"nl", "leidinggevende", 5},
      {"nl", "opbouwen", 3},     {"fr", "travail", 2},      {"fr", "salarié", 3},
      {"fr", "reprise", 2},      {"fr", "ils", 1},          {"fr", "travaillent", 2},
      {"fr", "équipe", 2},       {"fr", "de", 1},           {"de", "Arbeit", 2},
      {"de", "Gebäude", 3},      {"de", "Häuser", 2},       {"de", "Rückkehr", 2},
      {"de", "beängstigend", 4}, {"de", "Beschäftigte", 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(syllables(row.word, row.language) == row.count);
  }
}

TEST_CASE("readability: a sentence ends at its mark, or where its block ends") {
  CHECK(sentences_of("One. Two! Three? \"Four.\" Five") ==
        std::vector<std::string>{"One.", "Two!", "Three?", "\"Four.\"", "Five"});
  SUBCASE("also inside the quotation marks of German") {
    CHECK(sentences_of("Sagen Sie: „Ich höre zu.“ Dann warten Sie. „‚Jetzt nicht.‘“ Gut.").size() == 4);
  }
  SUBCASE("an abbreviation or a number ends none") {
    CHECK(sentences_of("Ask Dr. Linde about 1.5 hours, e.g. in the morning.").size() == 1);
  }
}

TEST_CASE("readability: counts and the score of each language's formula") {
  const std::vector<std::string> blocks = {"Listen first. Ask what helps.", "Agree on a day"};
  const Readability counts = measure(blocks, "en");
  CHECK(counts.words == 9);
  CHECK(counts.sentences == 3);
  CHECK(counts.longest == 4);
  Readability sum = measure({blocks[0]}, "en");
  sum += measure({blocks[1]}, "en");
  CHECK(sum.words == counts.words);
  CHECK(sum.syllables == counts.syllables);
  CHECK(sum.longest == counts.longest);
  sum -= measure({blocks[1]}, "en");
  CHECK(sum.words == 5);
  CHECK(sum.sentences == 2);
  CHECK(counts.mean_sentence() == doctest::Approx(3.0));
  CHECK(score(counts, "en") == doctest::Approx(206.835 - 1.015 * 3 - 84.6 * 11 / 9));
  CHECK(score(measure({"Heute hilft Ruhe."}, "de"), "de") == doctest::Approx(180 - 3 - 58.5 * 5 / 3));
  CHECK(score(counts, "xx") == 0);
  CHECK(score(Readability{}, "en") == 0);
}
