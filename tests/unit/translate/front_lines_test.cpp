#include "translate/front_lines.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("front lines: a key has the lines up to the next") {
  const auto entries = front_entries("---\n# top\ntitle: T  # why\nsearch:\n  - one\n  - two\n---\nbody\n");
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].lines == "# top\n");
  CHECK(entries[1].key == "title");
  CHECK(entries[1].lines == "title: T  # why\n");
  CHECK(entries[2].values == std::vector<std::string>{"one", "two"});
  CHECK(entries[2].lines == "search:\n  - one\n  - two\n");
  CHECK(front_entries("no front matter\n").empty());
}

TEST_CASE("front lines: quoted where YAML would read something else") {
  CHECK(front_line("title", {"Start here"}, false) == "title: Start here\n");
  CHECK(front_line("title", {"Small steps, each with a date"}, false) ==
        "title: Small steps, each with a date\n");
  CHECK(front_line("title", {"No: never"}, false) == "title: \"No: never\"\n");
  CHECK(front_line("title", {"no"}, false) == "title: \"no\"\n");
  CHECK(front_line("title", {"Say \"yes\""}, false) == "title: \"Say \\\"yes\\\"\"\n");
  CHECK(front_line("title", {"[brackets]"}, false) == "title: \"[brackets]\"\n");
  CHECK(front_line("title", {"#1"}, false) == "title: \"#1\"\n");
  CHECK(front_line("search", {"wie bellen", "a, b"}, true) == "search: [wie bellen, \"a, b\"]\n");
}

TEST_CASE("front lines: the mark is the last line, once") {
  CHECK(with_mark("---\ntitle: T\n---\n\nx\n", "0a") == "---\ntitle: T\ntranslates: \"0a\"\n---\n\nx\n");
  CHECK(with_mark("---\ntranslates: \"00\"\n# kept\ntitle: T\n---\n\nx\n", "0a") ==
        "---\n# kept\ntitle: T\ntranslates: \"0a\"\n---\n\nx\n");
  CHECK(with_mark("Only words.\n", "0a") == "---\ntranslates: \"0a\"\n---\n\nOnly words.\n");
}
