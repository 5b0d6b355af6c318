#include "compile/attributes/attributes.hpp"

#include <doctest/doctest.h>

#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

struct ReadMark {
  Mark mark;
  std::string problems;
};

/// A mark that stands in line 3, from column 5 on.
ReadMark read(std::string_view text) {
  Diagnostics diagnostics;
  const PlaceOf place = [](std::size_t offset) {
    return Position{3, 5 + static_cast<std::uint32_t>(offset)};
  };
  ReadMark result{read_mark(text, place, "a.md", diagnostics), {}};
  result.problems = problems_of(diagnostics);
  return result;
}

/// "classes | id | key=value …"
std::string summary(const Mark& mark) {
  std::string text;
  for (const PlacedWord& one : mark.classes) text += "." + one.text + " ";
  if (mark.id) text += "#" + mark.id->text + " ";
  for (const MarkPair& one : mark.pairs) text += one.key.text + "=" + one.value.text + " ";
  return text;
}

}  // namespace

TEST_CASE("marks: classes, an id and values in any order") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"{.only}", ".only "},
      {"{ .only  .early }", ".only .early "},
      {"{#here}", "#here "},
      {"{audience=\"manager hr\"}", "audience=manager hr "},
      {"{audience='manager'}", "audience=manager "},
      {"{week=6}", "week=6 "},
      {"{week=6 .only #x jurisdiction=\"nl\"}", ".only #x week=6 jurisdiction=nl "},
      {"{title=\"a } b\"}", "title=a } b "},
      {"{title=\"it's\" who='\"x\"'}", "title=it's who=\"x\" "},
      {"{title=\"\"}", "title= "},
      {"{.a\n.b}", ".a .b "},
      {"{src=../../media/a_b.mp4}", "src=../../media/a_b.mp4 "},
  };
  for (const Row& row : rows) {
    const ReadMark result = read(row.text);
    CAPTURE(row.text);
    CHECK(summary(result.mark) == row.expected);
    CHECK(result.mark.readable);
    CHECK(result.problems.empty());
  }
}

TEST_CASE("marks: each thing that is no class, id or value is named at its place") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"{}",
       "3:5+2 mark-unreadable: there is nothing between the braces | say what the mark is for, such as "
       "`{.only audience=\"manager\"}`, or remove it\n"},
      {"{only}", "3:6+4 mark-unreadable: `only` is neither a class nor a value | write `.only`\n"},
      {"{early}",
       "3:6+5 mark-unreadable: `early` is neither a class nor a value | write `.early` for a class or "
       "`early=\"…\"` for a value\n"},
      {"{fr}",
       "3:6+2 mark-unreadable: `fr` is neither a class nor a value | write `lang=fr` for a language\n"},
      {"{#a b}", "3:9+1 mark-unreadable: `b` is neither a class nor a value | an id has no spaces: `#a-b`\n"},
      {"{title=Our new list .a}",
       "3:6+18 mark-unreadable: a value of several words has no quotes around it | write `title=\"Our new "
       "list\"`\n"},
      {"{.}",
       "3:6+1 mark-unreadable: `.` cannot be read | after `.` or `#` comes a name of letters, digits and "
       "hyphens\n"},
      {"{.a!}",
       "3:6+3 mark-unreadable: `.a!` cannot be read | after `.` or `#` comes a name of letters, digits and "
       "hyphens\n"},
      {"{#a #b}", "3:9+2 mark-unreadable: a second id, `#b` | keep one of the two\n"},
      {"{a=}", "3:6+2 mark-unreadable: `a` has no value | write the value after `=`, without a space\n"},
      {"{a=\"b}", "3:6+5 mark-unreadable: the value of `a` has no closing quote\n"},
      {"{a=b a=c}",
       "3:10+1 mark-unreadable: `a` is given twice | put all values into one, separated by spaces\n"},
      {"{a=“b”}",
       "3:8+3 mark-unreadable: the value of `a` is in curly quotes | type straight quotes: \"…\"\n"},
      {"{=b}",
       "3:6+2 mark-unreadable: `=b` cannot be read | write `.class`, `#id` or `key=\"value\"`, separated by "
       "spaces\n"},
  };
  for (const Row& row : rows) {
    const ReadMark result = read(row.text);
    CAPTURE(row.text);
    CHECK(result.problems == row.expected);
    CHECK_FALSE(result.mark.readable);
  }
}

TEST_CASE("marks: a mark ends at its brace, not at one in quotes") {
  CHECK(mark_size("{.a} b}") == 4);
  CHECK(mark_size("{a=\"}\"} c") == 7);
  CHECK(mark_size("{a='}'}") == 7);
  CHECK(mark_size("{a=it's}") == 8);
  CHECK(mark_size("{.a") == 0);
  CHECK(mark_size("{a=\"b}") == 0);
  CHECK(mark_size("{" + std::string(3000, ' ') + "}") == 0);
}

TEST_CASE("marks: the words of a value have places of their own, in code points") {
  const PlacedWord value{"é manager  hr", {7, 20}, 13};
  const std::vector<PlacedWord> words = value_words(value);
  REQUIRE(words.size() == 3);
  CHECK(words[1].text == "manager");
  CHECK(words[1].where == Position{7, 22});
  CHECK(words[1].length == 7);
  CHECK(words[2].where == Position{7, 31});
}

}  // namespace tailorbird::test
