#include "translate/pieces.hpp"

#include <doctest/doctest.h>

#include "translate_support.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

struct Row {
  std::string markdown;
  std::string pieces;
};

}  // namespace

TEST_CASE("pieces: words are translated, codes are not") {
  const Row rows[] = {
      {"Just words.", "Just words."},
      {"A *b* and **c**.", "A <1 *>b</1 *> and <2 **>c</2 **>."},
      {"***all***", "<1 *><2 **>all</2 **></1 *>"},
      {"~~gone~~ and ~so~", "<1 ~~>gone</1 ~~> and <2 ~>so</2 ~>"},
      {"[the page](a.md)!", "<1 [>the page</1 ](a.md)>!"},
      {"[x](<a b.md> \"a (title)\")", "<1 [>x<2 ](<a b.md> \">a (title)</2 \"></1 )>"},
      {"[x](a.md 'it \\' is' ){.z} y", "<1 [>x<2 ](a.md '>it \\' is</2 '></1  ){.z}> y"},
      {"![a](c.png (the cat))", "<1 ![>a<2 ](c.png (>the cat</2 )></1 )>"},
      {"[x](a.md \"\") [y](b.md \"…\")", "<1 [>x</1 ](a.md \"\")> <2 [>y</2 ](b.md \"…\")>"},
      {"[x](a.md \"on two\nlines\")", "<1 [>x</1 ](a.md \"on two\nlines\")>"},
      {"[x](a_(b).md){.z}", "<1 [>x</1 ](a_(b).md){.z}>"},
      {"![a *cat*](c.png)", "<1 ![>a <2 *>cat</2 *></1 ](c.png)>"},
      {"Ask {{< var name >}} now", "Ask <1 {{< var name >}}> now"},
      {"See [a *b*]{.only audience=\"hr\"} x", "See <1 [>a <2 *>b</2 *></1 ]{.only audience=\"hr\"}> x"},
      {"`a \\*` and `` b ` ``", "<1 `a \\*`> and <2 `` b ` ``>"},
      {"Go to https://a.example/b today", "Go to <1 https://a.example/b> today"},
      {"At <https://a.example>.", "At <1 <https://a.example>>."},
      {"Five \\* six &amp; seven &copy;", "Five \\* six &amp; seven &copy;"},
      {"One\ntwo", "One<1 \n>two"},
      {"One  \ntwo", "One<1   \n>two"},
      {"One\\\ntwo", "One<1 \\\n>two"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    const Pieces pieces = pieces_in(row.markdown);
    CHECK(shown(pieces) == row.pieces);
    CHECK(text_of(pieces) == row.markdown);
  }
}

TEST_CASE("pieces: references by label and notes") {
  CHECK(shown(pieces_in("A [b][c], a [d][] and a [d].\n\n[c]: x.md\n[d]: y.md")) ==
        "A <1 [>b</1 ][c]>, a <2 [>d</2 ][]> and a <3 [>d</3 ]>.");
  CHECK(shown(pieces_in("A[^1] b\n\n[^1]: Note")) == "A<1 [^1]> b");
}

TEST_CASE("pieces: a line that goes on in a quote brings its sign along") {
  const auto segments = body_segments("> One\n> two\n");
  REQUIRE(segments.size() == 1);
  CHECK(shown(segments[0].pieces) == "One<1 \n> >two");
}

TEST_CASE("pieces: whether there is anything to translate") {
  CHECK(has_words(pieces_in("A *b*")));
  CHECK_FALSE(has_words({{Piece::Role::alone, CodeType::variable, "{{< var a >}}", "1"}}));
  CHECK(body_segments("{{< var a >}}\n\n`code`\n").empty());
}
