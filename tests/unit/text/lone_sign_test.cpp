#include "text/lone_sign.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace tailorbird;

TEST_CASE("lone signs: one that begins or ends words, and has no other, is found") {
  struct Row {
    std::string text;
    std::size_t offset;
    std::size_t length;
  };
  const std::vector<Row> rows = {
      {"Let the *employee speak.", 8, 1}, {"Let the employee* speak.", 16, 1},
      {"Let _them speak.", 4, 1},         {"Let them_ speak.", 8, 1},
      {"__Bold goes on.", 0, 2},          {"~~struck goes on.", 0, 2},
      {"***all of it goes on.", 0, 3},    {"She said: (*so it is).", 11, 1},
      {"*“So it is”, she said.", 0, 1},   {"5 * 3 is fine, *this is not.", 15, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Found found = lone_sign(row.text);
    CHECK(found.offset == row.offset);
    CHECK(found.length == row.length);
  }
}

TEST_CASE("lone signs: stars and underscores that are meant as such are left alone") {
  for (const std::string text :
       {"5 * 3 is 15", "2*10", "a hotel with 4*", "(*1970)", "snake_case and MAX_HOURS",
        "Leser*in, Kolleg*innen", "Name: ________", "__ / __ / ____", "f***", "Press * now",
        "_shared/note.md", "https://example.org/_a_", "_a_b is a name", "anna_@example.org", "x", "*",
        "~5 hours", "a ** b", "* 1970"}) {
    CAPTURE(text);
    CHECK_FALSE(lone_sign(text).any());
  }
}
