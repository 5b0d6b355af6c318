#include "read/profile/profiles.hpp"

#include <doctest/doctest.h>

#include "read/profile/extends.hpp"
#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

/// Profiles by file name without .yaml.
ProfilesRead read_all(std::vector<std::pair<std::string, std::string>> files,
                      std::vector<std::string> others = {}) {
  ProfilesSource source;
  for (auto& [id, text] : files) source.files.push_back({"profiles/" + id + ".yaml", std::move(text)});
  source.other_files = std::move(others);
  return read_profiles(source, small_site());
}

TEST_CASE("profiles: everything an organisation can say") {
  const ProfilesRead read = read_profiles({{{"profiles/a.yaml", R"(organisation:
  name: {en: Meander Hospital, nl: Ziekenhuis Meander}
  short: Meander
  logo: a.svg
  colours: {primary: "#0b5d5b", accent: "#C8553D"}
facts: {audience: hr}
languages: [nl, en]
theme: calm
overlay: hospital/extra
contacts:
  hr: {name: Sam}
  oh:
    name: Dr Noor
    role: {en: Physician, nl: Bedrijfsarts}
    phone: "+31 00 000 0101"
    email: oh@a.example
    url: https://a.example/oh
    hours: {en: Mondays, nl: op maandag}
    note: Calls are confidential.
links:
  policy: {label: Policy, url: "https://a.example/policy"}
  absence: {label: Absence, url: "https://a.example/absence"}
variables: {room: room 2}
responsibilities:
  - {id: first-talk, roles: {hr: R}}
  - {id: extra, task: Extra, roles: {hr: A}}
quick-exit: https://exit.example/
bundles:
  - id: all
    title: For all
    narrow: {phase: after}
    languages: [en]
    formats: [site, single]
  - {id: rest}
)"}},
                                           {"profiles/a.svg", "profiles/hospital/extra/en/index.md"},
                                           {}},
                                          small_site());
  CHECK(said(read.diagnostics) == "");
  REQUIRE(read.profiles.size() == 1);
  const Profile& profile = read.profiles[0];
  CHECK(profile.id == "a");
  CHECK(profile.file == "profiles/a.yaml");
  CHECK(profile.name.in("nl") == "Ziekenhuis Meander");
  CHECK(profile.short_name.in("en") == "Meander");
  CHECK(profile.logo.file == "profiles/a.svg");
  CHECK(profile.primary == "#0b5d5b");
  CHECK(profile.accent == "#C8553D");
  CHECK(profile.languages == std::vector<std::string>{"nl", "en"});
  CHECK(profile.theme == "calm");
  CHECK(profile.overlay == "profiles/hospital/extra");
  REQUIRE(profile.contacts.size() == 2);
  CHECK(profile.contacts[0].role == "oh");  // the order of the site's roles
  CHECK(profile.contacts[0].label.in("nl") == "Bedrijfsarts");
  CHECK(profile.contacts[0].email == "oh@a.example");
  REQUIRE(profile.links.size() == 2);
  CHECK(profile.links[0].name == "absence");
  CHECK(profile.variables.at("room").in("en") == "room 2");
  CHECK(profile.quick_exit == "https://exit.example/");
  REQUIRE(profile.responsibilities.size() == 2);
  CHECK(profile.responsibilities[0].task.in("en") == "First talk");
  CHECK(profile.responsibilities[0].roles ==
        std::vector<std::pair<std::string, std::string>>{{"oh", "A"}, {"hr", "R"}});
  CHECK(profile.responsibilities[1].id == "extra");
  REQUIRE(profile.bundles.size() == 2);
  CHECK(profile.bundles[0].space.possible == std::vector<ValueSet>{0b10, 0b10});
  CHECK(profile.bundles[0].languages == std::vector<std::string>{"en"});
  CHECK(profile.bundles[0].formats == std::vector<std::string>{"site", "single"});
  CHECK(profile.bundles[1].space.possible == std::vector<ValueSet>{0b10, 0b11});
  CHECK(profile.bundles[1].languages == std::vector<std::string>{"nl", "en"});
  CHECK(profile.bundles[1].formats == std::vector<std::string>{"site"});
}

TEST_CASE("profiles: what is extended is joined, map by map; lists and texts are replaced") {
  const ProfilesRead read = read_all({{"_base",
                                       "languages: [en]\nfacts: {audience: hr}\ntheme: calm\ncontacts: {oh: "
                                       "{name: Desk, phone: \"+31 1 00\"}}\nbundles: [{id: x}, {id: y}]\n"},
                                      {"_more", "extends: _base\ntheme: bold\n"},
                                      {"a",
                                       "extends: _more\norganisation: {name: A}\nfacts: {phase: "
                                       "after}\ncontacts: {oh: {name: Dr B}}\nbundles: [{id: z}]\n"}});
  CHECK(said(read.diagnostics) == "");
  REQUIRE(read.profiles.size() == 1);
  const Profile& profile = read.profiles[0];
  CHECK(profile.theme == "bold");
  CHECK(profile.find_contact("oh")->name.in("en") == "Dr B");
  CHECK(profile.find_contact("oh")->phone == "+31 1 00");
  REQUIRE(profile.bundles.size() == 1);
  CHECK(profile.bundles[0].id == "z");
  CHECK(profile.bundles[0].space.possible == std::vector<ValueSet>{0b10, 0b10});
}

TEST_CASE("profiles: what is looked at later keeps its place, also in what is extended") {
  const ProfilesRead read =
      read_all({{"_base", "languages: [en]\ntheme: calm\norganisation: {logo: a.svg}\n"},
                {"a",
                 "extends: _base\norganisation:\n  name: A\n  colours: {primary: "
                 "\"#0b5d5b\"}\nfacts: {audience: hr}\ncontacts: {oh: {name: B}}\n"
                 "bundles: [{id: z}]\n"}},
               {"profiles/a.svg"});
  CHECK(said(read.diagnostics) == "");
  const Profile& profile = read.profiles[0];
  CHECK(profile.theme_at == SourceRange{"profiles/_base.yaml", {2, 8}, 4});
  CHECK(profile.logo.at == SourceRange{"profiles/_base.yaml", {3, 22}, 5});
  CHECK(profile.primary_at == SourceRange{"profiles/a.yaml", {4, 22}, 9});
  CHECK(profile.accent_at.file.empty());
  SUBCASE("a theme of no name is the default one") {
    const ProfilesRead none = read_profile_text(changed(small_profile_yaml, "", "theme: \"\"\n"));
    CHECK(none.profiles[0].theme == "default");
    CHECK(none.profiles[0].theme_at.file.empty());
  }
}

TEST_CASE("profiles: a mistake in what is extended is shown where it stands, and once") {
  const std::string own =
      "extends: _base\norganisation: {name: A}\nfacts: {audience: hr}\ncontacts: {oh: {name: B}}\nbundles: "
      "[{id: z}]\n";
  const ProfilesRead read = read_all({{"_base", "languages: [en]\nthem: calm\n"}, {"a", own}, {"b", own}});
  CHECK(said(read.diagnostics) ==
        R"(profiles/_base.yaml:2:1: error[unknown-key]: unknown key `them` in the profile
  why: It would be ignored without any warning.
  fix: did you mean `theme`?
)");
}

TEST_CASE("profiles: what nobody extends is looked at too, and may be incomplete") {
  CHECK(said(read_all({{"_base", "theme: calm\n"}}).diagnostics) == "");
  CHECK(said(read_all({{"_base", "them: calm\n"}}).diagnostics)
            .starts_with("profiles/_base.yaml:1:1: error[unknown-key]"));
}

TEST_CASE("profiles: a circle of three is shown as such") {
  const ProfilesRead read = read_all({{"_x", "extends: _y\n"},
                                      {"_y", "extends: _x\n"},
                                      {"a", "extends: _x\n" + std::string(small_profile_yaml)}});
  CHECK(said(read.diagnostics)
            .starts_with("profiles/_y.yaml:1:10: error[profile-extends-circle]: the profiles extend each "
                         "other in a circle: _x → _y → _x\n"));
}

TEST_CASE("profiles: when the facts are not certain nothing is built") {
  struct Row {
    std::string_view from;
    std::string_view to;
  };
  const Row rows[] = {
      {"", "extends: _gone\n"},
      {"{audience: hr}", "{audience: hrr}"},
      {"{audience: hr}", "{audiense: hr}"},
      {"{audience: hr}", "{audience: hr manager}"},
      {"{audience: hr}", "{audience: yes}"},
      {"{audience: hr}", "hr"},
      {"{id: all}", "{id: all, fixed: {phase: afterr}}"},
      {"{id: all}", "{id: all, narrow: {fase: after}}"},
      {"{id: all}", "{id: all, fixed: {audience: manager}}"},
      {"{name: A}", "{name: A"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const ProfilesRead read = read_profile_text(changed(small_profile_yaml, row.from, row.to));
    CHECK(read.diagnostics.has_errors());
    REQUIRE(read.profiles.size() == 1);
    CHECK(read.profiles[0].bundles.empty());
  }
}

TEST_CASE("profiles: one bundle's mistake leaves the others as they are") {
  const ProfilesRead read = read_profile_text(
      changed(small_profile_yaml, "{id: all}", "{id: bad, fixed: {phase: x}}\n  - {id: good}"));
  REQUIRE(read.profiles[0].bundles.size() == 1);
  CHECK(read.profiles[0].bundles[0].id == "good");
}

TEST_CASE("profiles: an empty text takes back what the base says") {
  const ProfilesRead read =
      read_all({{"_base", "quick-exit: https://exit.example/\n"},
                {"a", "extends: _base\nquick-exit: \"\"\n" + std::string(small_profile_yaml)}});
  CHECK(said(read.diagnostics) == "");
  CHECK(read.profiles[0].quick_exit == "");
}

TEST_CASE("profiles: a name with capitals or spaces is no profile") {
  const ProfilesRead read = read_all({{"Meander Hospital", std::string(small_profile_yaml)}});
  CHECK(
      said(read.diagnostics) ==
      R"(profiles/Meander Hospital.yaml: error[file-name]: `Meander Hospital` cannot be the name of a profile
  why: The name becomes an address. Some servers and learning systems refuse capitals, spaces, accents and long names.
  fix: Use lower-case letters a to z, digits and hyphens, at most 64.
)");
  CHECK(read.profiles.empty());
}

}  // namespace
