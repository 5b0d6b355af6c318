#include "diag/suggest.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

TEST_CASE("suggest: the nearest name, when one is near enough") {
  const std::vector<std::string> names = {"manager", "employee", "colleague", "hr", "oh"};
  struct Row {
    std::string_view name;
    std::string_view nearest;
  };
  for (const Row& row : {Row{"manger", "manager"}, Row{"MANAGER", "manager"}, Row{"manaegr", "manager"},
                         Row{"employe", "employee"}, Row{"rh", "hr"}, Row{"xylophone", ""}, Row{"", ""}}) {
    CAPTURE(row.name);
    CHECK(nearest(row.name, names) == row.nearest);
  }
}

TEST_CASE("suggest: of two names equally near, the first by letters, wherever it stands") {
  CHECK(nearest("bat", {"cat", "bar"}) == "bar");
  CHECK(nearest("bat", {"bar", "cat"}) == "bar");
}

TEST_CASE("suggest: a number is not guessed, but zeros in front of it do not count") {
  CHECK(nearest("S018", {"S108", "S019"}).empty());
  CHECK(nearest("S018", {"S108", "S18"}) == "S18");
  CHECK(nearest("T18", {"S18"}) == "S18");
  CHECK(nearest("manager2", {"manager"}) == "manager");
}

TEST_CASE("suggest: names of absurd length are not compared") {
  CHECK(nearest(std::string(100000, 'a'), {std::string(100000, 'b')}).empty());
}

TEST_CASE("suggest: the nearest name, or all names when none is near") {
  CHECK(suggestion("manger", {"manager", "hr"}) == "did you mean `manager`?");
  CHECK(suggestion("xylophone", {"manager", "hr"}) == "one of: hr, manager");
  CHECK(suggestion("R", {"A", "C"}) == "one of: A, C");
  CHECK(suggestion("a", {"A", "C"}) == "did you mean `A`?");
  CHECK(suggestion("xylophone", {}) == "");
}

TEST_CASE("suggest: of many names twelve are shown") {
  std::vector<std::string> names;
  for (char c = 'a'; c <= 'm'; ++c) names.emplace_back(4, c);
  CHECK(suggestion("zzzzzzzz", names) ==
        "one of: aaaa, bbbb, cccc, dddd, eeee, ffff, gggg, hhhh, iiii, jjjj, kkkk, llll, …");
}

TEST_CASE("suggest: a key that is there already is not advised") {
  const std::vector<std::string> keys = {"title", "summary"};
  CHECK(key_suggestion("titel", keys, {"titel", "summary"}) == "did you mean `title`?");
  CHECK(key_suggestion("titel", keys, {"title", "titel"}) == "`title` is there already: take `titel` out");
  CHECK(key_suggestion("xylophone", keys, {"title", "xylophone"}) == "one of: summary");
  CHECK(key_suggestion("xylophone", keys, {"title", "summary", "xylophone"}) == "");
}
