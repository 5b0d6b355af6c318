#include "base/strings.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

using Views = std::vector<std::string_view>;

TEST_CASE("strings: trim takes white space off both ends, and only there") {
  CHECK(trim("") == "");
  CHECK(trim(" \t\r\n") == "");
  CHECK(trim("a b") == "a b");
  CHECK(trim("\t a b \r\n") == "a b");
  CHECK(trim("\u00a0a") == "\u00a0a");  // a no-break space was put there on purpose
}

TEST_CASE("strings: words are what stands between runs of white space") {
  CHECK(words("") == Views{});
  CHECK(words(" \n ") == Views{});
  CHECK(words("one") == Views{"one"});
  CHECK(words("  one\t two\nthree ") == Views{"one", "two", "three"});
}

TEST_CASE("strings: split keeps empty parts") {
  CHECK(split("", '/') == Views{""});
  CHECK(split("a", '/') == Views{"a"});
  CHECK(split("a//b/", '/') == Views{"a", "", "b", ""});
}

TEST_CASE("strings: join puts the separator between, not around") {
  CHECK(join({}, ", ") == "");
  CHECK(join({"a"}, ", ") == "a");
  CHECK(join({"a", "", "c"}, ", ") == "a, , c");
}

TEST_CASE("strings: replace_all replaces from left to right and never looks at what it put in") {
  CHECK(replace_all("aaa", "aa", "b") == "ba");
  CHECK(replace_all("a-b-c", "-", "--") == "a--b--c");
  CHECK(replace_all("abc", "x", "y") == "abc");
  CHECK(replace_all("", "x", "y") == "");
}

TEST_CASE("strings: ascii_lower leaves other letters alone") { CHECK(ascii_lower("ÀBC-Ö") == "Àbc-Ö"); }
