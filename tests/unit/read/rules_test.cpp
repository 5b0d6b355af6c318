#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

SiteRead read_with_rules(std::string rules) {
  SiteFiles files{{"content/site.yaml", std::string(small_site_yaml)}, {}, {}, {}};
  files.sources = TextFile{"content/sources.yaml", "S1: {title: Step plan}\n"};
  files.rules = TextFile{"content/rules.yaml", std::move(rules)};
  return read_site(files);
}

}  // namespace

TEST_CASE("rules.yaml: a rule is a variable, by its group and id") {
  const SiteRead read = read_with_rules(
      "nl:\n"
      "  plan-due: {value: 8, means: Plan of action, sources: [S1], checked: 2026-11-02}\n"
      "gb:\n"
      "  sick-pay: {value: {en: \"80 %\", nl: \"80%\"}, means: Part of pay, uncertain: the rate of 2027}\n");
  CHECK(said(read.diagnostics) == "");
  REQUIRE(read.site.variables.contains("rule.nl.plan-due"));
  CHECK(read.site.variables.at("rule.nl.plan-due").in("en") == "8");
  REQUIRE(read.site.variables.contains("rule.gb.sick-pay"));
  CHECK(read.site.variables.at("rule.gb.sick-pay").in("nl") == "80%");
}

TEST_CASE("rules.yaml: a rule says what it means, and names sources that are there") {
  const SiteRead read = read_with_rules("nl:\n  plan-due: {value: 8, sources: [S2]}\n");
  CHECK(said(read.diagnostics).find("unknown-source") != std::string::npos);
  CHECK(said(read.diagnostics).find("missing-key") != std::string::npos);
}
