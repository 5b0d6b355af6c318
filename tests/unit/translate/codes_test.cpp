#include "translate/codes.hpp"

#include <doctest/doctest.h>

#include "translate_support.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

std::string problem(const std::string& source, const std::string& returned, const std::string& present = "") {
  const Pieces now = present.empty() ? Pieces{} : pieces_in(present);
  return code_problem(pieces_in(source), now, pieces_in(returned)).value_or("none");
}

}  // namespace

TEST_CASE("codes: those of a translation have the ids of its source, in whatever order") {
  const Pieces source = pieces_in("Ask {{< var a >}} or *{{< var b >}}*.");
  CHECK(shown(with_ids_of(source, pieces_in("*{{< var b >}}* of {{< var a >}}."), true)) ==
        "<2 *><3 {{< var b >}}></2 *> of <1 {{< var a >}}>.");
}

TEST_CASE("codes: another address stands for the same link; more are the translation's own") {
  const Pieces source = pieces_in("[a](x.md)");
  const Pieces translation = pieces_in("[a](y.md) en *b*");
  CHECK(shown(with_ids_of(source, translation, true)) == "<1 [>a</1 ](y.md)> en <t1 *>b</t1 *>");
  CHECK(shown(with_ids_of(source, translation, false)) == "<1 [>a</1 ](x.md)> en <t1 *>b</t1 *>");
}

TEST_CASE("codes: each comes back once, inside the same codes") {
  const std::string source = "Call [{{< var oh >}} *now*]{.only audience=\"hr\"}.";
  CHECK(problem(source, "Bel [*nu* {{< var oh >}}]{.only audience=\"hr\"}.") == "none");
  CHECK(problem(source, "Bel [*nu*]{.only audience=\"hr\"}.") ==
        "a variable `{{< var oh >}}` is missing or damaged");
  CHECK(problem(source, "Bel [*nu* {{< var oh >}}]{.only audience=\"manager\"}.") ==
        "a span in brackets `[…]{.only audience=\"hr\"}` is missing or damaged");
  CHECK(problem(source, "Bel {{< var oh >}} [*nu*]{.only audience=\"hr\"}.") ==
        "a variable `{{< var oh >}}` has moved out of a span in brackets `[…]{.only audience=\"hr\"}`");
  CHECK(problem(source, "Bel [*nu* {{< var oh >}}]{.only audience=\"hr\"} {{< var oh >}}.") ==
        "a variable `{{< var oh >}}` is there twice");
  CHECK(problem(source, "Bel [*nu* {{< var oh >}}]{.only audience=\"hr\"} {{< var hr >}}.") ==
        "a variable `{{< var hr >}}` is not in the source");
  CHECK(problem("a b", "*a* b") == "emphasis `*…*` is not in the source");
}

TEST_CASE("codes: what the translation had already may stay, and ends of lines may go") {
  CHECK(problem("[a](x.md)", "[c](y.md)", "[b](y.md)") == "none");
  CHECK(problem("a", "*c* d", "*b*") == "none");
  CHECK(problem("a\nb", "c d") == "none");
  CHECK(problem("a\\\nb", "c d") == "a line break `\\⏎` is missing or damaged");
}

TEST_CASE("codes: the title of a link is translated, its address is not") {
  const std::string source = "See [the plan](plan.md \"How it goes\").";
  CHECK(problem(source, "Zie [het plan](plan.md \"Hoe het gaat\").") == "none");
  const std::string lost = "a link `[…](plan.md \"…\")` is missing or damaged";
  for (const char* damaged :
       {"Zie [het plan](plan.md).", "Zie [het plan](plan.md Hoe het gaat\").",
        "Zie [het plan](plan.md \"\").", "Zie [het plan](plan.md \"Hoe \"het\" gaat\").",
        "Zie [het plan](other.md \"Hoe het gaat\").", "Zie [het plan](plan.md 'Hoe het gaat').",
        "Zie het plan."}) {
    CAPTURE(damaged);
    CHECK(problem(source, damaged) == lost);
  }
  CHECK(problem("[a](a.md) and [b](b.md \"B\")", "[a](a.md \"A\") en [b](b.md \"B\")") ==
        "a link `[…](a.md)` is missing or damaged");
}

TEST_CASE("codes: titles go with their links, in whatever order") {
  const std::string source = "[a](a.md \"A\") and [b](b.md \"B\")";
  CHECK(problem(source, "[b](b.md \"BB\") en [a](a.md \"AA\")") == "none");
  CHECK(shown(with_ids_of(pieces_in(source), pieces_in("[b](b.md \"BB\") en [a](a.md \"AA\")"), true)) ==
        "<3 [>b<4 ](b.md \">BB</4 \"></3 )> en <1 [>a<2 ](a.md \">AA</2 \"></1 )>");
  CHECK(problem(source, "[b](b.md \"B\") en [a](b.md \"A\")") ==
        "a link `[…](a.md \"…\")` is missing or damaged");
}

TEST_CASE("codes: a link without the title of its source is the translation's own, and may stay as it is") {
  const Pieces source = pieces_in("[a](a.md \"A\")");
  const Pieces untitled = pieces_in("[b](a.md)");
  CHECK(shown(with_ids_of(source, untitled, false)) == "<t1 [>b</t1 ](a.md)>");
  CHECK(shown(with_ids_of(source, pieces_in("[b](x.md \"B\")"), false)) ==
        "<1 [>b<2 ](a.md \">B</2 \"></1 )>");
  CHECK(problem("[a](a.md \"A\")", "[b](x.md \"C\") c", "[b](x.md \"B\") b") == "none");
  CHECK(problem("[a](a.md \"A\")", "[b](a.md) c", "[b](a.md) b") ==
        "a link `[…](a.md \"…\")` is missing or damaged");
}
