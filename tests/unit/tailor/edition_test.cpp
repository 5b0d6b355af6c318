#include "tailor/edition.hpp"

#include <doctest/doctest.h>

#include "base/strings.hpp"
#include "support/small_project.hpp"
#include "tailor/variables.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

std::string ids(const std::vector<Edition>& editions) {
  std::vector<std::string> all;
  for (const Edition& one : editions) all.push_back(one.id());
  return join(all, " ");
}

std::string paths(const Edition& edition) {
  std::vector<std::string> all;
  for (std::size_t index = 0; index < edition.pages.size(); ++index) all.push_back(edition.page(index).path);
  return join(all, " ");
}

}  // namespace

TEST_CASE("editions: one for each profile, bundle and language, sorted by id") {
  const SmallProject small;
  CHECK(ids(make_editions(small.project, {})) == "one/managers/en one/managers/nl two/employees/en");
  SUBCASE("a filter limits them") {
    CHECK(ids(make_editions(small.project, {{"one"}, {}, {"nl"}})) == "one/managers/nl");
    CHECK(ids(make_editions(small.project, {{}, {"employees"}, {}})) == "two/employees/en");
    CHECK(ids(make_editions(small.project, {{"three"}, {}, {}})).empty());
  }
}

TEST_CASE("editions: a page whose condition fails is not there, and one that is open keeps what is open") {
  SmallProject small;
  small.add("a.md", "A", "for all");
  small.add("b.md", "B", "for managers", only(audience, manager));
  small.add("c.md", "C", "for employees", only(audience, employee));
  small.add("d.md", "D", "for managers who plan", {false, {{audience, manager | hr}, {phase, plan}}});
  small.add("e.md", "E", "nobody yet").front.draft = true;
  const Edition edition = small.edition("one/managers/en");
  CHECK(edition.find("c.md") == -1);
  CHECK(edition.find("e.md") == -1);
  CHECK_FALSE(edition.by_path.contains("c.md"));
  CHECK_FALSE(edition.by_path.contains("e.md"));
  const auto index = static_cast<std::size_t>(edition.find("d.md"));
  CHECK(edition.pages[index].open == only(phase, plan));
  CHECK(edition.pages[static_cast<std::size_t>(edition.find("b.md"))].open.always());
}

TEST_CASE("editions: an overlay replaces and adds pages for its own organisation") {
  SmallProject small;
  small.add("a.md", "A", "shared");
  small.add("a.md", "A of one", "own").overlay_of = "one";
  small.add("b.md", "B", "shared").front.locked = true;
  small.add("b.md", "B of one", "own").overlay_of = "one";
  small.add("c.md", "C of one", "own").overlay_of = "one";
  small.add("d.md", "D", "shared");
  Page& draft = small.add("d.md", "D of one", "own");
  draft.overlay_of = "one";
  draft.front.draft = true;
  const Edition one = small.edition("one/managers/en");
  const Edition two = small.edition("two/employees/en");
  const auto title = [](const Edition& edition, std::string_view path) {
    return edition.page(static_cast<std::size_t>(edition.find(path))).front.title;
  };
  CHECK(title(one, "a.md") == "A of one");
  CHECK(title(two, "a.md") == "A");
  SUBCASE("but not a locked page") { CHECK(title(one, "b.md") == "B"); }
  SUBCASE("a draft of an overlay replaces nothing") { CHECK(title(one, "d.md") == "D"); }
  SUBCASE("what it adds is in no other edition") {
    CHECK(title(one, "c.md") == "C of one");
    CHECK(two.find("c.md") == -1);
  }
}

TEST_CASE("editions: pages stand in reading order: order, path dimension, title without accents, path") {
  SmallProject small;
  small.add("faq.md", "Questions", "x");
  small.add("index.md", "Start", "x");
  small.add("plan/index.md", "Planning", "x", only(phase, plan));
  small.add("plan/last.md", "Écrire", "x");
  small.add("plan/talk.md", "Zebra", "x").front.order = 10;
  small.add("plan/wait.md", "Faire", "x");
  small.add("treatment/index.md", "Treatment", "x", only(phase, treatment));
  CHECK(paths(small.edition("one/managers/en")) ==
        "index.md treatment/index.md plan/index.md plan/talk.md plan/last.md plan/wait.md faq.md");
}

TEST_CASE("variables: contacts, links, the organisation and its own values, per language") {
  SmallProject small;
  Profile& profile = small.project.profiles[0];
  Contact oh;
  oh.role = "oh";
  oh.name.any = "Dr Noor Linde";
  oh.phone = "+31 (0)20 123 45 67";
  oh.email = "oh@one.example";
  oh.url = "https://one.example/oh";
  oh.hours.by_language["nl"] = "9 tot 4";
  profile.contacts = {oh};
  profile.links = {{"policy", {"Our policy", {}}, "https://one.example/policy", {}}};
  profile.variables["room"] = {"", {{"nl", "kamer 2"}, {"en", "room 2"}}};
  small.project.site.variables["room"].any = "a quiet room";
  small.project.site.variables["form"].any = "https://example.org/form";
  const VariableMap values = make_variables(small.project.site, profile, "en");
  const auto row = [&](const char* name) {
    const auto at = values.find(name);
    return at == values.end() ? "missing" : at->second.text + " -> " + at->second.href;
  };
  CHECK(row("organisation.name") == "One Hospital -> ");
  CHECK(row("organisation.short") == "One Hospital -> ");
  CHECK(row("contact.oh.name") == "Dr Noor Linde -> ");
  CHECK(row("contact.oh.phone") == "+31 (0)20 123 45 67 -> tel:+31201234567");
  CHECK(row("contact.oh.email") == "oh@one.example -> mailto:oh@one.example");
  CHECK(row("contact.oh.url") == "https://one.example/oh -> https://one.example/oh");
  CHECK(row("link.policy") == "Our policy -> https://one.example/policy");
  CHECK(row("room") == "room 2 -> ");
  CHECK(row("form") == "https://example.org/form -> https://example.org/form");
  SUBCASE(
      "a text that is an http: address is linked where the site names its host, as anybody may write it") {
    small.project.site.http_hosts = {"intranet.one.example"};
    small.project.site.variables["here"].any = "http://intranet.one.example/form";
    small.project.site.variables["there"].any = "http://elsewhere.example/form";
    small.project.site.variables["near"].any = "http://intranet.one.example.evil.example/form";
    profile.variables["ours"].any = "http://intranet.one.example";
    const VariableMap linked = make_variables(small.project.site, profile, "en");
    CHECK(linked.at("here").href == "http://intranet.one.example/form");
    CHECK(linked.at("ours").href == "http://intranet.one.example");
    CHECK(linked.at("there").href.empty());
    CHECK(linked.at("there").text == "http://elsewhere.example/form");
    CHECK(linked.at("near").href.empty());
  }
  SUBCASE("what is not said in the edition's language is missing") {
    CHECK(row("contact.oh.hours") == "missing");
  }
  SUBCASE("a number dialled within the country keeps its zero") {
    CHECK(phone_href("020 12 34") == "tel:0201234");
  }
}
