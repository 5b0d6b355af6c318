#include "model/site.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "model/page.hpp"
#include "model/profile.hpp"

using namespace tailorbird;

namespace {

LocalizedText text(std::string any) { return {std::move(any), {}}; }

Site sample() {
  Site site;
  site.dimensions = {
      {"audience",
       text("Your role"),
       {},
       false,
       {{"manager", text("Manager"), {"", {{"en", "If you are the manager"}}}, {}},
        {"hr", text("HR"), {"", {{"en", "If you work in HR"}}}, {}}}},
      {"job-type",
       text("Kind of work"),
       {},
       false,
       {{"desk", text("Desk work"), {}, {}},
        {"physical", text("Physical work"), {}, {}},
        {"night", text("Nights"), {}, {}}}},
  };
  site.roles = {{"oh", {"", {{"en", "Occupational physician"}}}}};
  return site;
}

Condition only(std::vector<Atom> atoms) { return {false, std::move(atoms)}; }
Condition except(std::vector<Atom> atoms) { return {true, std::move(atoms)}; }

}  // namespace

TEST_CASE("site: a condition in words for a reader") {
  const Site site = sample();
  const ReaderSet all = site.everybody();
  struct Row {
    Condition condition;
    std::string label;
  };
  const Row rows[] = {
      {only({{0, 1}}), "If you are the manager"},
      {only({{0, 3}}), "If you are the manager / If you work in HR"},
      {only({{0, 1}, {1, 2}}), "If you are the manager \u00b7 Kind of work: Physical work"},
      {except({{1, 1}}), "Kind of work: Physical work / Kind of work: Nights"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.label);
    CHECK(condition_label(site, row.condition, all, "en") == row.label);
  }
}

TEST_CASE("site: what remains of a negated condition is named within the readers who are possible") {
  const Site site = sample();
  CHECK(condition_label(site, except({{1, 1}}), {{3, 3}}, "en") == "Kind of work: Physical work");
}

TEST_CASE("site: a condition for the reader's script") {
  const Site site = sample();
  CHECK(condition_code(site, only({{0, 3}})) == "audience=manager,hr");
  CHECK(condition_code(site, only({{0, 1}, {1, 6}})) == "audience=manager;job-type=physical,night");
  CHECK(condition_code(site, except({{0, 2}})) == "!audience=hr");
  CHECK(condition_code(site, except({{0, 2}, {1, 1}})) == "!audience=hr;job-type=desk");
}

TEST_CASE("site: names are found, or said not to be there") {
  const Site site = sample();
  CHECK(site.find_dimension("job-type") == 1);
  CHECK(site.find_dimension("job") == -1);
  CHECK(site.find_source("S1") == nullptr);
  CHECK(site.find_term("work-ability") == nullptr);
  CHECK(site.role_label("oh", "en") == "Occupational physician");
  CHECK(site.role_label("oh", "nl") == "oh");
  CHECK(site.role_label("peer", "en") == "peer");
}

TEST_CASE("site: everybody can have every value") {
  CHECK(sample().everybody().possible == std::vector<ValueSet>{3, 7});
}

TEST_CASE("localized text: its own language, else the text for all, else nothing") {
  const LocalizedText mixed{"all", {{"nl", "eigen"}}};
  CHECK(mixed.in("nl") == "eigen");
  CHECK(mixed.in("fr") == "all");
  const LocalizedText only_dutch{"", {{"nl", "eigen"}}};
  CHECK(only_dutch.in("fr") == "");
  CHECK_FALSE(only_dutch.empty());
  CHECK(LocalizedText{}.empty());
}

TEST_CASE("localized text: a region's own words, else those of the language") {
  const LocalizedText doctor{"", {{"nl", "bedrijfsarts"}, {"nl-BE", "arbeidsarts"}}};
  CHECK(doctor.in("nl-BE") == "arbeidsarts");
  CHECK(doctor.in("nl-NL") == "bedrijfsarts");
  CHECK(doctor.in("nl") == "bedrijfsarts");
  CHECK(doctor.in("fr-BE").empty());
  CHECK(LocalizedText{"physician", {}}.in("fr-BE") == "physician");
}

TEST_CASE("page: its place in the output follows its place in the content") {
  Page page;
  page.language = "nl";
  page.path = "manager/plan/index.md";
  CHECK(output_path(page) == "nl/manager/plan/index.html");
  page.front.slug = "k7";
  CHECK(output_path(page) == "nl/k7.html");
}

TEST_CASE("profile: contacts and links are found by name") {
  Profile profile;
  profile.contacts.push_back({"oh", text("Dr A"), {}, {}, {}, {}, {}, {}, {}});
  profile.links.push_back({"absence", {}, "https://a.example", {}});
  REQUIRE(profile.find_contact("oh") != nullptr);
  CHECK(profile.find_contact("oh")->name.any == "Dr A");
  CHECK(profile.find_contact("hr") == nullptr);
  REQUIRE(profile.find_link("absence") != nullptr);
  CHECK(profile.find_link("policy") == nullptr);
}
