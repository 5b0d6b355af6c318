#include "compile/parse/page_text.hpp"

#include <doctest/doctest.h>

#include "support/compiled_page.hpp"

namespace tailorbird::test {

TEST_CASE("page text: places count lines from the file's first and columns in code points") {
  Page page = page_with("Één\nzwei drei\n");
  page.body_line = 10;
  const PageText text(page);
  CHECK(text.position(0) == Position{10, 1});
  CHECK(text.position(page.body.find('n')) == Position{10, 3});
  CHECK(text.position(page.body.find("drei")) == Position{11, 6});
  CHECK(text.range(page.body.find("drei"), 4) == SourceRange{"content/en/manager/page.md", {11, 6}, 4});
}

TEST_CASE("page text: a place beyond its end is its end") {
  const Page page = page_with("abc");
  const PageText text(page);
  CHECK(text.position(10) == Position{1, 4});
  CHECK(text.range(10, 5).length == 0);
}

TEST_CASE("page text: all line ends count, as they do for cmark") {
  const Page page = page_with("a\r\nb\rc\nd");
  const PageText text(page);
  CHECK(text.line(1) == "a");
  CHECK(text.line(2) == "b");
  CHECK(text.line(3) == "c");
  CHECK(text.line(4) == "d");
  CHECK(text.line(5).empty());
  CHECK(text.position(page.body.find('d')) == Position{4, 1});
}

TEST_CASE("page text: what is looked for is found after what was found before, and near by") {
  const Page page = page_with("x y x y " + std::string(20000, '-') + " z");
  PageText text(page);
  CHECK(text.find("x") == 0);
  CHECK(text.find("x") == 4);
  CHECK_FALSE(text.find("x"));
  CHECK_FALSE(text.find("z"));
  text.move_to_line(1);
  CHECK(text.find("y") == 2);
  CHECK_FALSE(text.find(""));
}

}  // namespace tailorbird::test
