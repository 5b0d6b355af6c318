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
