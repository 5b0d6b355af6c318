#include "text/visible.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("visible text: what would steer a terminal is written out, and all else stays") {
  CHECK(visible("Où? \U0001F426 (päivä) \uFFFD") == "Où? \U0001F426 (päivä) \uFFFD");
  CHECK(visible("a\x1b[2Jb\x07\x7f") == "a\\x1b[2Jb\\x07\\x7f");
  CHECK(visible("one\ntwo\rthree\tfour") == "one\\ntwo\\rthree\\tfour");
  CHECK(visible("\u009b31m") == "\\u009b31m");
  CHECK(visible("\u202egpj.exe\u2066") == "\\u202egpj.exe\\u2066");
  CHECK(visible("caf\xe9") == "caf\\xe9");
}

TEST_CASE("visible text: blanked text keeps its columns") {
  CHECK(blanked("\tcafé\x1b[2J") == " café [2J");
  CHECK(blanked("\u009b31m\u202e.") == " 31m .");
  CHECK(blanked("caf\xe9") == "caf\uFFFD");
}
