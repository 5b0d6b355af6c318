#include "model/condition_names.hpp"

#include <doctest/doctest.h>

#include "diag/print.hpp"

namespace {

using namespace tailorbird;

Site small_site() {
  Site site;
  site.dimensions = {
      {"audience", {}, {}, false, {{"manager", {}, {}, {}}, {"hr", {}, {}, {}}, {"oh", {}, {}, {}}}},
      {"phase", {}, {}, true, {{"before", {}, {}, {}}, {"after", {}, {}, {}}}}};
  site.conditions = {{"early", {false, {{1, 0b01}}}, {}}, {"staff", {false, {{0, 0b011}}}, {}}};
  return site;
}

PlacedWord at(std::uint32_t column, std::string text) {
  const auto length = static_cast<std::uint32_t>(text.size());
  return {std::move(text), {3, column}, length};
}

std::string problems(const ResolvedCondition& resolved) {
  Diagnostics found;
  add_problems(resolved, "p.md", found);
  return diagnostics_text(found.all(), {});
}

TEST_CASE("conditions: values of one dimension are alternatives, dimensions add up") {
  const Site site = small_site();
  const ResolvedCondition resolved = resolve_condition(
      site, {{at(1, "phase"), {at(8, "after")}}, {at(20, "audience"), {at(30, "hr"), at(33, "manager")}}},
      {});
  CHECK(resolved.readable());
  CHECK(resolved.condition == Condition{false, {{0, 0b011}, {1, 0b10}}});
}

TEST_CASE("conditions: a name stands for what it was declared as, and must fit the rest") {
  const Site site = small_site();
  CHECK(resolve_condition(site, {}, {at(1, "early"), at(9, "staff")}).condition ==
        Condition{false, {{0, 0b011}, {1, 0b01}}});
  CHECK(resolve_condition(site, {{at(1, "audience"), {at(10, "hr"), at(13, "oh")}}}, {at(17, "staff")})
            .condition == Condition{false, {{0, 0b010}}});
}

TEST_CASE("conditions: .except keeps the same atoms, negated") {
  CHECK(resolve_condition(small_site(), {}, {at(1, "early")}, true).condition ==
        Condition{true, {{1, 0b01}}});
}

TEST_CASE("conditions: nothing asked is always true") {
  CHECK(resolve_condition(small_site(), {}, {}).condition.always());
}

TEST_CASE("conditions: a name that would be the next mistake is not suggested") {
  const Site site = small_site();
  const ReaderSet later{{0b111, 0b10}};
  const auto fix_of = [&](std::string name, const ReaderSet* here) {
    return resolve_condition(site, {}, {at(1, std::move(name))}, false, here).problems.at(0).fix;
  };
  CHECK(fix_of("erly", nullptr) == "did you mean `early`?");
  CHECK(fix_of("erly", &later) == "nobody who reads this place fits `early`; one of: staff");
  CHECK(fix_of("staf", &later) == "did you mean `staff`?");
}

TEST_CASE("conditions: a value with the sign by which other tools leave readers out is told to use .except") {
  const auto fix_of = [](std::string value) {
    const ReaderSet everybody{{0b111, 0b11}};
    return resolve_condition(small_site(), {{at(1, "audience"), {at(10, std::move(value))}}}, {}, false,
                             &everybody)
        .problems.at(0)
        .fix;
  };
  CHECK(fix_of("!hr") == "Write `hr`, and `.except` instead of `.only` for all readers but these.");
  CHECK(fix_of("-hr") == "Write `hr`, and `.except` instead of `.only` for all readers but these.");
}

TEST_CASE("conditions: values with commas are given back with spaces") {
  const auto fix_of = [](std::string value) {
    return resolve_condition(small_site(), {{at(1, "audience"), {at(10, std::move(value))}}}, {})
        .problems.at(0)
        .fix;
  };
  CHECK(fix_of("hr,oh") == "Write `hr oh`.");
  CHECK(fix_of("hr,") == "Write `hr`.");
  CHECK(fix_of("hr,ceo") == "one of: hr, manager, oh");
}

TEST_CASE("conditions: every name that means nothing is reported at its own place") {
  const ResolvedCondition resolved = resolve_condition(small_site(),
                                                       {{at(1, "audiense"), {at(11, "hr")}},
                                                        {at(20, "phase"), {at(27, "befor"), at(33, "x")}},
                                                        {at(40, "audience"), {}}},
                                                       {at(50, "erly")});
  CHECK_FALSE(resolved.readable());
  constexpr std::string_view why =
      "  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is "
      "not for them.\n";
  CHECK(problems(resolved) ==
        "p.md:3:1: error[unknown-dimension]: no dimension `audiense`\n" + std::string(why) +
            "  fix: did you mean `audience`?\n\n" +
            "p.md:3:27: error[unknown-value]: `phase` has no value `befor`\n" + std::string(why) +
            "  fix: did you mean `before`?\n\n" +
            "p.md:3:33: error[unknown-value]: `phase` has no value `x`\n" + std::string(why) +
            "  fix: one of: after, before\n\n" +
            "p.md:3:40: error[condition-without-value]: `audience` names no value\n"
            "  why: A condition without a value says nothing about who may read the text.\n"
            "  fix: one of: hr, manager, oh\n\n" +
            "p.md:3:50: error[unknown-condition]: no condition `erly`\n" + std::string(why) +
            "  fix: did you mean `early`?\n");
}

TEST_CASE("conditions: parts that exclude each other are an error") {
  const ResolvedCondition resolved =
      resolve_condition(small_site(), {{at(1, "phase"), {at(8, "after")}}}, {at(15, "early")});
  CHECK(problems(resolved) ==
        R"(p.md:3:1: error[condition-contradiction]: no value of `phase` fits all parts of this condition
  why: Its parts exclude each other: nobody could ever see the text.
  fix: Remove one of the parts, or name more values. The readers in the page's front matter count too.
)");
}

}  // namespace
