#include "leak/fold_text.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace tailorbird;

TEST_CASE("fold text: case, accents, spaces, dashes and what cannot be seen make no difference") {
  CHECK(fold_text("  A\tCaf\u00e9\u00a0\u2013 “so\u00adft” it’s 100%41") == "a cafe - \"soft\" it's 100a");
  CHECK(fold_text("EIGHT or more PLAIN LETTERS") == "eight or more plain letters");
}

TEST_CASE("fold text: characters that become eleven times as long have room") {
  const std::string one = "\u0149\ufdfa";
  std::string written;
  std::string folded;
  for (int time = 0; time < 100; ++time) {
    written += one;
    folded += fold_text(one);
  }
  CHECK(folded.size() > 5 * written.size());
  CHECK(fold_text(written) == folded);
}
