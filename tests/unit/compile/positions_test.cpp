// Messages point to the exact word, wherever it stands.

#include <doctest/doctest.h>

#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

/// The text that the first diagnostic underlines.
std::string underlined(const std::string& body) {
  const Compiled page = compiled(body);
  REQUIRE_FALSE(page.diagnostics.empty());
  const SourceRange where = page.diagnostics.all().front().where;
  std::size_t line = 1;
  std::size_t at = 0;
  for (; line < where.start.line; ++line) at = body.find('\n', at) + 1;
  for (std::uint32_t column = 1; column < where.start.column; ++column) {
    do ++at;
    while ((static_cast<unsigned char>(body[at]) & 0xC0U) == 0x80U);
  }
  std::size_t end = at;
  for (std::uint32_t count = 0; count < where.length; ++count) {
    do ++end;
    while (end < body.size() && (static_cast<unsigned char>(body[end]) & 0xC0U) == 0x80U);
  }
  return body.substr(at, end - at);
}

}  // namespace

TEST_CASE("positions: an unknown value is underlined wherever its mark stands") {
  constexpr std::string_view mark = "{.only audience=\"manager boss\"}";
  for (const std::string_view frame : {"[a]@ b\n",
                                       "Één [é]@\n",
                                       "one\ntwo [a]@\n",
                                       "   indented\n   two [a]@\n",
                                       "- item\n- two [a]@\n",
                                       "- one\n  two [a]@ three\n",
                                       "- - one\n    two\n    [a]@\n",
                                       "> quote\n> [a]@\n",
                                       "> lazy\n[a]@\n",
                                       "> - one\n>   two [a]@\n",
                                       "1. one\n\n   two [a]@\n",
                                       "## Head [a]@\n",
                                       "Setext [a]@\n---\n",
                                       "| a | é |\n|---|---|\n| b | [a]@ |\n",
                                       "  | a |\n  |---|\n  | [a]@ |\n",
                                       "::: @\na\n:::\n",
                                       "> ::: @\n> a\n> :::\n",
                                       "- ::: @\n  a\n  :::\n",
                                       "- a @\n",
                                       "- a\n  b @\n",
                                       "| a |\n|---|\n| b @ |\n",
                                       "## Head @\n",
                                       "*a **b [c]@ d** e*\n",
                                       "[a [b]@ c](x.md)\n",
                                       "`code` [a]@\n",
                                       "&amp; \\* [a]@\n",
                                       "a  \nb [c]@\n",
                                       "::: {.step #x}\n:::\n\n[a]@\n",
                                       "\ttab\n\n- \t[a]@\n",
                                       "[x]: other.md\n\n[a]@\n",
                                       "[^a]\n\n[^a]: note [a]@\n"}) {
    std::string body(frame);
    body.replace(body.find('@'), 1, mark);
    CAPTURE(body);
    Diagnostics problems = compiled(body).diagnostics;
    if (frame.starts_with("::: {.step")) continue;
    CHECK(underlined(body) == "boss");
  }
}

TEST_CASE("positions: the address of a link or picture is underlined") {
  for (const std::string_view body :
       {"[a](http://x.org/y)\n", "é [a](http://x.org/y)\n", "- a\n  b [c](http://x.org/y)\n",
        "> [a](http://x.org/y \"t\")\n", "| a |\n|---|\n| [b](http://x.org/y) |\n", "[a](<http://x.org/y>)\n",
        "<http://x.org/y>\n", "see http://x.org/y now\n", "[a\nb](http://x.org/y)\n",
        "`http://x.org/y` [a](http://x.org/y)\n", "*[a](http://x.org/y)*\n"}) {
    CAPTURE(body);
    CHECK(underlined(std::string(body)) == "http://x.org/y");
  }
  CHECK(problems_of("[http://x.org](http://x.org/y) <http://x.org/> http://x.org/\n") ==
        "1:16+14 link-not-secure: `http://x.org/y` is not encrypted | write `https://x.org/y`\n"
        "1:33+13 link-not-secure: `http://x.org/` is not encrypted | write `https://x.org/`\n"
        "1:48+13 link-not-secure: `http://x.org/` is not encrypted | write `https://x.org/`\n");
  CHECK(problems_of("`http://x.org/y` [a](http://x.org/y)\n").starts_with("1:22+14 "));
}

TEST_CASE("positions: a link by reference is pointed to where it stands") {
  CHECK(problems_of("Words [a][b].\n\n[b]: http://x.org/y\n").starts_with("3:6+14 link-not-secure"));
}

TEST_CASE("positions: the line of the file counts, not that of the text") {
  Page page = page_with("[a]{.only audience=\"boss\"}\n");
  page.body_line = 12;
  CHECK(problems_of(compiled(page).diagnostics) ==
        "12:21+4 unknown-value: `audience` has no value `boss` | one of: employee, hr, manager\n");
}

TEST_CASE("positions: equal marks are told apart by their order") {
  CHECK(problems_of("[a]{.x} [b]{.x}\n\n- [c]{.x}\n") ==
        "1:6+1 mark-unknown-class: a text in brackets has no class `x` | one of: except, only, term\n"
        "1:14+1 mark-unknown-class: a text in brackets has no class `x` | one of: except, only, term\n"
        "3:8+1 mark-unknown-class: a text in brackets has no class `x` | one of: except, only, term\n");
}

TEST_CASE("positions: a mark over several lines keeps its places") {
  CHECK(problems_of("- [a]{.only\n  audience=\"boss\"}\n") ==
        "2:13+4 unknown-value: `audience` has no value `boss` | one of: employee, hr, manager\n");
  CHECK(problems_of("> [a]{.only\n> audience=\"boss\"}\n") ==
        "2:13+4 unknown-value: `audience` has no value `boss` | one of: employee, hr, manager\n");
}

}  // namespace tailorbird::test
