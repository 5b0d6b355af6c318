#include "build/severities.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

namespace {

// Rows of the table that these tests lean on: an error that protects, and a warning that may be changed.
constexpr std::string_view protecting = "output-twice";
constexpr std::string_view lowerable = "colour-contrast";

Diagnostics found() {
  Diagnostics all;
  all.add(protecting, {"a.md", {1, 1}, 1}, "protecting");
  all.add(lowerable, {"a.md", {2, 1}, 1}, "lowerable");
  return all;
}

}  // namespace

TEST_CASE("severities: without a word in site.yaml each finding keeps its own") {
  Diagnostics all = found();
  apply_severities({}, all);
  CHECK((all.all()[0].severity == Severity::error));
  CHECK((all.all()[1].severity == Severity::warning));
}

TEST_CASE("severities: site.yaml can make a finding more or less serious") {
  Site site;
  Diagnostics all = found();
  SUBCASE("more") {
    site.severities["colour-contrast"] = Severity::error;
    apply_severities(site, all);
    CHECK((all.all()[1].severity == Severity::error));
  }
  SUBCASE("less") {
    site.severities["colour-contrast"] = Severity::note;
    apply_severities(site, all);
    CHECK((all.all()[1].severity == Severity::note));
  }
  SUBCASE("not shown at all") {
    site.checks_off = {"colour-contrast"};
    apply_severities(site, all);
    REQUIRE(all.all().size() == 1);
    CHECK(all.all()[0].code == protecting);
  }
}

TEST_CASE("severities: what protects readers can be neither lowered nor switched off") {
  Site site;
  site.severities["output-twice"] = Severity::note;
  site.checks_off = {"output-twice"};
  Diagnostics all = found();
  apply_severities(site, all);
  REQUIRE(all.all().size() == 2);
  CHECK((all.all()[0].severity == Severity::error));
}
