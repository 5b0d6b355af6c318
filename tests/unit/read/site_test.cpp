#include "read/site/site.hpp"

#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

std::string said_beside(const SiteFiles& files) { return said(read_site(files).diagnostics); }

SiteFiles small_files() { return {{"content/site.yaml", std::string(small_site_yaml)}, {}, {}, {}}; }

TEST_CASE("site.yaml: the small site has no mistakes") { CHECK(said_about_site(small_site_yaml) == ""); }

TEST_CASE("site.yaml: dimensions keep the order of their values") {
  const Site site = small_site();
  REQUIRE(site.dimensions.size() == 2);
  CHECK(site.languages == std::vector<std::string>{"en", "nl"});
  CHECK(site.title.in("nl") == "Praten");
  CHECK(site.dimensions[0].id == "audience");
  CHECK_FALSE(site.dimensions[0].ordered);
  CHECK(site.dimensions[1].ordered);
  CHECK(value_ids(site.dimensions[1]) == std::vector<std::string>{"before", "after"});
  CHECK(site.dimensions[0].values[1].label.in("nl") == "HR");
  CHECK(site.role_label("oh", "nl") == "Arts");
}

TEST_CASE("site.yaml: everything else is read too, in any order of keys") {
  const SiteRead read = read_site_text(
      "promises: [{id: lists, each: audience phase, where: {phase: after}, pages: 2, components: "
      "[checklist]}]\n"
      "conditions: {late: {phase: after}}\n"
      "navigation: {path: phase}\n"
      "licence: {name: CC BY 4.0, url: \"http://wiki.example/licence\"}\n"
      "http-hosts: [Wiki.example, \"old:8080\"]\n"
      "variables: {room: {en: the room, nl: de kamer}}\n"
      "checks: {text-language-missing: error, path-too-long: off}\n" +
      std::string(small_site_yaml));
  CHECK(said(read.diagnostics) == "");
  const Site& site = read.site;
  REQUIRE(site.promises.size() == 1);
  CHECK(site.promises[0].each == std::vector<std::uint16_t>{0, 1});
  CHECK(site.promises[0].where_holds == Condition{false, {{1, 0b10}}});
  CHECK(site.promises[0].pages == 2);
  CHECK(site.promises[0].components == std::vector<std::string>{"checklist"});
  REQUIRE(site.conditions.size() == 1);
  CHECK(site.conditions[0].name == "late");
  CHECK(site.conditions[0].condition == Condition{false, {{1, 0b10}}});
  CHECK(site.path_dimension == 1);
  CHECK(site.licence_name == "CC BY 4.0");
  CHECK(site.licence_url == "http://wiki.example/licence");
  CHECK(site.http_hosts == std::vector<std::string>{"wiki.example", "old:8080"});
  CHECK(site.variables.at("room").in("nl") == "de kamer");
  CHECK(site.requires_.contacts == std::vector<std::string>{"oh"});
  CHECK(site.requires_.facts == std::vector<std::string>{"audience"});
  CHECK(site.severities.at("text-language-missing") == Severity::error);
  CHECK(site.checks_off == std::vector<std::string>{"path-too-long"});
}

TEST_CASE("site.yaml: a condition that cannot be read is not there") {
  const SiteRead read =
      read_site_text(changed(small_site_yaml, "", "conditions: {late: {phase: [after, latter]}}\n"));
  CHECK(read.site.conditions.empty());
}

TEST_CASE("site.yaml: a dimension has at most 64 values") {
  std::string yaml = "languages: [en]\ntitle: T\ndimensions:\n  d:\n    label: D\n    values:\n";
  for (int value = 0; value < 65; ++value) yaml += "      v" + std::to_string(value) + ": {label: V}\n";
  const SiteRead read = read_site_text(yaml);
  CHECK(
      said(read.diagnostics) ==
      R"(content/site.yaml:71:7: error[dimension-too-large]: `v64` is value number 65; a dimension has at most 64
  why: So many variants can neither be written nor checked.
  fix: Split the dimension into two.
)");
  CHECK(read.site.dimensions[0].values.size() == 64);
}

TEST_CASE("sources: sorted by id, numbers as numbers") {
  SiteFiles files = small_files();
  files.sources = TextFile{"content/sources.yaml",
                           "S10: {title: Ten}\nS2: {title: Two, by: B, url: \"https://two.example\", "
                           "checked: 2026-11-02}\nA1: {title: A}\n"};
  const SiteRead read = read_site(files);
  CHECK(said(read.diagnostics) == "");
  REQUIRE(read.site.sources.size() == 3);
  CHECK(read.site.sources[0].id == "A1");
  CHECK(read.site.sources[1].id == "S2");
  CHECK(read.site.sources[1].checked == "2026-11-02");
  CHECK(read.site.sources[2].id == "S10");
}

TEST_CASE("sources: mistakes are named") {
  SiteFiles files = small_files();
  files.sources = TextFile{"content/sources.yaml",
                           "S1: {titel: One}\nS 2: {title: Two}\nS3: {title: Three, url: three.example}\n"};
  CHECK(said_beside(files) ==
        R"(content/sources.yaml:1:6: error[unknown-key]: unknown key `titel` in the source `S1`
  why: It would be ignored without any warning.
  fix: did you mean `title`?

content/sources.yaml:2:1: error[bad-name]: `S 2` cannot be the name of a source
  why: Names become parts of addresses and must be written the same everywhere.
  fix: Use letters, digits and hyphens: S12.

content/sources.yaml:3:25: error[bad-url]: `three.example` is not an https address
  why: Without https, others on the network can read along.
  fix: Write the whole address: https://… A host of your own network that has no https can be named in `http-hosts` of content/site.yaml.
)");
}

TEST_CASE("glossary: terms sorted by id; a missing translation is a warning") {
  SiteFiles files = small_files();
  files.glossary =
      TextFile{"content/glossary.yaml", "b: {term: B, meaning: {en: Bee}}\na: {term: A, meaning: Ay}\n"};
  const SiteRead read = read_site(files);
  CHECK(said(read.diagnostics) ==
        R"(content/glossary.yaml:1:23: warning[text-language-missing]: `meaning` has no text in `nl`
  why: Readers of that language would find nothing here.
  fix: Add the text in `nl`, or give one text for all.
)");
  REQUIRE(read.site.glossary.size() == 2);
  CHECK(read.site.glossary[0].id == "a");
  CHECK(read.site.find_term("b")->meaning.in("en") == "Bee");
}

TEST_CASE("responsibilities: letters and rows") {
  const Site site = small_site();
  REQUIRE(site.responsibilities.rows.size() == 1);
  const ResponsibilityRow& row = site.responsibilities.rows[0];
  CHECK(row.id == "first-talk");
  CHECK(row.when == Condition{false, {{1, 0b01}}});
  CHECK(row.roles == std::vector<std::pair<std::string, std::string>>{{"oh", "A"}});
  CHECK(site.responsibilities.letters[1].first == "R");
}

TEST_CASE("responsibilities: a row with a mistake is left out, and every mistake is named") {
  SiteFiles files = small_files();
  files.responsibilities = TextFile{"content/responsibilities.yaml", R"(letters: {A: leads, Do: does}
rows:
  - {id: a, task: A, roles: {oh: B}}
  - {id: b, task: B, roles: {doctor: A}, when: {phase: never}}
  - {id: c, roles: {oh: A}, notes: {oh: quietly}}
  - {id: d, task: D, roles: {oh: A}}
  - {id: d, task: D, roles: {oh: A}}
)"};
  const SiteRead read = read_site(files);
  CHECK(said(read.diagnostics) ==
        R"(content/responsibilities.yaml:1:21: error[bad-name]: `Do` is not one letter
  why: Names become parts of addresses and must be written the same everywhere.
  fix: Use one letter: A.

content/responsibilities.yaml:3:34: error[unknown-letter]: no letter `B`
  why: Readers would not learn what this person does.
  fix: one of: A

content/responsibilities.yaml:4:30: error[unknown-role]: no role `doctor`
  why: Readers would not learn who this is.
  fix: one of: hr, oh

content/responsibilities.yaml:4:56: error[unknown-value]: `phase` has no value `never`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: one of: after, before

content/responsibilities.yaml:5:5: error[missing-key]: the row `c` has no `task`
  why: Readers, or the build, need what it says.
  fix: Add `task:` (what has to be done).

content/responsibilities.yaml:7:5: error[id-repeated]: a second row is called `d`
  why: Links and changes could mean either of the two.
  fix: Give one of the two another id.
  see content/responsibilities.yaml:6:5: first here
)");
  REQUIRE(read.site.responsibilities.rows.size() == 1);
  CHECK(read.site.responsibilities.rows[0].id == "d");
}

}  // namespace
