#include "report/condition_lines.hpp"

#include <doctest/doctest.h>

#include "compile/compile.hpp"
#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// "first-last mark" of each condition of a page whose text begins in line 5.
std::string spans(const std::string& body) {
  const SmallProject small;
  Page page;
  page.language = "en";
  page.path = "a.md";
  page.file = "content/en/a.md";
  page.body = body;
  page.body_line = 5;
  const Compiled compiled = compile_page(page, small.project.site);
  const PageLines lines(page);
  std::string text;
  for (const ConditionUse& use : compiled.program.conditions) {
    const LineSpan span = lines.span(use);
    text += std::to_string(span.first) + "-" + std::to_string(span.last) + " " + lines.mark(use) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("condition lines: a div reaches to its closing fence, over divs and code inside") {
  CHECK(spans("::: {.only audience=\"hr\"}\nA\n\n::: key-points\n- b\n:::\n\n```\n:::\n```\n:::\n\nC\n") ==
        "5-15 {.only audience=\"hr\"}\n");
  CHECK(spans("> ::: {.only audience=\"hr\"}\n> A\n> :::\n\nB\n") == "5-7 {.only audience=\"hr\"}\n");
}

TEST_CASE("condition lines: a heading is one line, a section reaches to the next of its level") {
  CHECK(spans("## A {.only audience=\"hr\"}\n\nB\n") == "5-5 {.only audience=\"hr\"}\n");
  CHECK(spans("## A {.only audience=\"hr\" .section}\n\nB\n\n### C\n\nD\n\n## E\n\nF\n") ==
        "5-12 {.only audience=\"hr\" .section}\n");
}

TEST_CASE("condition lines: an item has what is indented below it, a piece of a line that line") {
  CHECK(spans("- A {.only audience=\"hr\"}\n\n  B\n\n  C\n- D\n") == "5-9 {.only audience=\"hr\"}\n");
  CHECK(spans("A\n[b]{.except audience=\"hr\"} c\n") == "6-6 {.except audience=\"hr\"}\n");
}
