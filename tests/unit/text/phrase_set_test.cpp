#include "text/phrase_set.hpp"

#include <doctest/doctest.h>
#include <string>

#include "text/comparable.hpp"

using namespace tailorbird;

namespace {

/// "0 in 3-8", a line per match.
std::string matches(const PhraseSet& phrases, std::string_view text) {
  std::string found;
  for (const PhraseMatch& match : phrases.find(text)) {
    found += std::to_string(match.phrase) + " in " + std::to_string(match.begin) + "-" +
             std::to_string(match.end) + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("comparable text: case, white space and quotation marks make no difference") {
  CHECK(comparable_text("A\n\t “Café” isn’t  IT") == "a \"café\" isn't it");
  const ComparableText text = make_comparable("É  x");
  CHECK(text.text == "é x");
  CHECK(text.origin == std::vector<std::size_t>{0, 0, 2, 4, 5});
}

TEST_CASE("phrase set: phrases that share letters, overlap or are equal are all found, as whole words") {
  PhraseSet phrases;
  for (const std::string_view phrase : {"works", "works council", "council", "WORKS", "coun*", ""})
    phrases.add(phrase);
  CHECK(matches(phrases, "works council") == "0 in 0-5\n3 in 0-5\n1 in 0-13\n4 in 6-13\n2 in 6-13\n");
  CHECK(matches(phrases, "the council's waterworks, éworks, worksé") == "4 in 4-11\n2 in 4-11\n");
  CHECK(phrases.found_in("council, works, council") == std::vector<std::uint32_t>{0, 2, 3, 4});
  CHECK(phrases.found_in("").empty());
}
