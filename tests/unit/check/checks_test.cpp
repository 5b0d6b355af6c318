#include <doctest/doctest.h>
#include <set>

#include "check/all_checks.hpp"
#include "check/review.hpp"
#include "check/translation_mark.hpp"
#include "diag/codes.hpp"
#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// What a check of one edition says.
std::string edition_says(const SmallProject& small, const std::string& id,
                         void (*check)(const EditionView&, Diagnostics&)) {
  const Edition edition = small.edition(id);
  const Navigation navigation = make_navigation(edition);
  const ProgramOf programs = small.program_of();
  std::vector<TailoredPage> pages;
  for (std::size_t page = 0; page < edition.pages.size(); ++page)
    pages.push_back(tailor_page(edition, page, programs));
  Diagnostics found;
  const TextFacts texts(small.project, {&edition, 1});
  check({edition, navigation, programs, pages, texts}, found);
  for (const Diagnostic& one : found.all()) CHECK(one.editions == std::vector<std::string>{id});
  return list_of(found);
}

std::string page_says(const SmallProject& small, const std::string& id, std::string_view path) {
  const Edition edition = small.edition(id);
  const Navigation navigation = make_navigation(edition);
  const ProgramOf programs = small.program_of();
  const std::vector<TailoredPage> none;
  Diagnostics found;
  const TextFacts texts(small.project, {&edition, 1});
  check_page_words({edition, navigation, programs, none, texts}, small.tailored(edition, path), found);
  return list_of(found);
}

std::string project_says(const SmallProject& small,
                         void (*check)(const Project&, const ProgramOf&, Diagnostics&)) {
  Diagnostics found;
  check(small.project, small.program_of(), found);
  return list_of(found);
}

void add_page(SmallProject& small, std::string path, const std::function<void(ProgramBuilder&)>& write,
              Condition condition = {}) {
  ProgramBuilder builder("content/en/" + path);
  write(builder);
  small.add(path, "Page " + path, builder, std::move(condition));
}

}  // namespace

TEST_CASE("checks: the table has each id once, and each row does something") {
  std::set<std::string_view> ids;
  for (const Check& check : checks()) {
    CHECK(ids.insert(check.id).second);
    CHECK_FALSE(check.summary.empty());
    CHECK((check.project != nullptr || check.edition != nullptr || check.page != nullptr));
  }
}

TEST_CASE("checks: a link's place must be on the page it leads to, in this edition") {
  SmallProject small;
  add_page(small, "a.md", [](ProgramBuilder& page) {
    page.link(LinkUse::Kind::page, "b.md", "good", "talk")
        .link(LinkUse::Kind::page, "b.md", "mistyped", "tlak");
    page.link(LinkUse::Kind::page, "b.md", "left out", "for-hr")
        .link(LinkUse::Kind::fragment, "", "here", "nowhere");
  });
  add_page(small, "b.md", [](ProgramBuilder& page) {
    page.heading(2, "talk", "Talk").only(only(audience, hr), [&] { page.heading(2, "for-hr", "For HR"); });
  });
  CHECK(edition_says(small, "one/managers/en", check_anchors) ==
        "link-anchor-missing: no `#tlak` on page `b.md` | did you mean `talk`?\n"
        "link-anchor-missing: `#for-hr` of `b.md` is left out of this edition | put the link under the same "
        "condition, or "
        "link to the page\n"
        "link-anchor-missing: no `#nowhere` on page `a.md`\n");
}

TEST_CASE("checks: a page without text for its readers is a warning") {
  SmallProject small;
  add_page(small, "a.md",
           [](ProgramBuilder& page) { page.only(only(audience, hr), [&] { page.paragraph("For HR."); }); });
  add_page(small, "b.md", [](ProgramBuilder& page) { page.paragraph("Words."); });
  CHECK(page_says(small, "one/managers/en", "a.md") ==
        "page-empty: page `Page a.md` has no text in this edition\n");
  CHECK(page_says(small, "one/managers/en", "b.md").empty());
}

TEST_CASE("checks: a section whose other pages are all left out is a warning") {
  SmallProject small;
  small.add("alone/index.md", "Alone", "x");
  small.add("hr/index.md", "HR", "x");
  small.add("hr/payroll.md", "Payroll", "x", only(audience, hr));
  small.add("plan/index.md", "Plan", "x");
  small.add("plan/talk.md", "Talk", "x");
  CHECK(edition_says(small, "one/managers/en", check_sections) ==
        "section-empty: section `HR` has no other page in this edition\n");
}

TEST_CASE("checks: an edition without a start page is an error") {
  SmallProject small;
  small.add("index.md", "Start", "x", only(audience, employee));
  CHECK(edition_says(small, "one/managers/en", check_start_page) ==
        "start-page-missing: bundle `managers` has no start page in `en` | write `content/en/index.md`, or "
        "widen the "
        "condition in its front matter\n");
  CHECK(edition_says(small, "two/employees/en", check_start_page).empty());
}

TEST_CASE("checks: a text that no edition shows is noted; values that no bundle asks for are noted once") {
  SmallProject small;
  add_page(small, "a.md", [](ProgramBuilder& page) {
    page.only(only(audience, hr), [&] { page.paragraph("not yet"); });
    page.only({false, {{audience, manager}, {country, fr}}}, [&] { page.paragraph("no such manager"); });
    page.only(only(audience, employee), [&] { page.paragraph("seen"); });
  });
  add_page(small, "fr.md", [](ProgramBuilder& page) { page.paragraph("x"); },
           {false, {{audience, manager}, {country, fr}}});
  add_page(
      small, "hr.md", [](ProgramBuilder& page) { page.paragraph("x"); }, only(audience, hr));
  CHECK(project_says(small, check_conditions) ==
        "value-unused: no bundle of any profile is for `audience: hr`\n"
        "condition-unused: no edition of any profile shows this: `audience: manager` and `country: fr`\n"
        "page-unused: no edition of any profile has this page: it is for `audience: manager` and `country: "
        "fr`\n");
  SUBCASE("an organisation's own page is measured by its own bundles") {
    SmallProject own;
    add_page(own, "a.md",
             [](ProgramBuilder& page) { page.only(only(audience, employee), [&] { page.paragraph("x"); }); });
    own.project.pages[0].overlay_of = "one";
    CHECK(project_says(own, check_conditions) ==
          "value-unused: no bundle of any profile is for `audience: hr`\n"
          "condition-unused: no edition of any profile shows this: `audience: employee`\n");
  }
}

TEST_CASE("checks: a circle of includes is reported once") {
  SmallProject small;
  add_page(small, "_a.md", [](ProgramBuilder& page) { page.include("_b.md"); });
  add_page(small, "_b.md", [](ProgramBuilder& page) { page.include("_a.md"); });
  add_page(small, "_c.md", [](ProgramBuilder& page) { page.include("_c.md"); });
  add_page(small, "d.md", [](ProgramBuilder& page) { page.include("_a.md").include("_b.md"); });
  CHECK(project_says(small, check_includes) ==
        "include-circle: includes go in a circle: `_a.md` → `_b.md` → `_a.md`\n"
        "include-circle: `_c.md` includes itself\n");
}

TEST_CASE("checks: a promise is kept for each combination that some edition has") {
  SmallProject small;
  Promise promise;
  promise.id = "tips";
  promise.each = {audience, phase};
  promise.where_holds = only(phase, treatment | plan);
  promise.pages = 1;
  promise.components = {"checklist"};
  small.project.site.promises = {promise};
  small.project.site.languages = {"en"};
  const int checklist = find_component("checklist");
  REQUIRE(checklist >= 0);
  add_page(small, "a.md",
           [&](ProgramBuilder& page) {
             page.component(checklist, [&] { return page.part("checklist", [&] { page.text("x"); }); });
           },
           {false, {{audience, manager}, {phase, plan}}});
  add_page(small, "b.md", [](ProgramBuilder& page) { page.paragraph("x"); },
           {false, {{audience, employee}, {phase, treatment | plan}}});
  CHECK(
      project_says(small, check_promises) ==
      "promise-broken: the promise `tips` is not kept in `en` for `audience: manager` and `phase: "
      "treatment`: 0 of 1 "
      "pages, no checklist\n"
      "promise-broken: the promise `tips` is not kept in `en` for `audience: employee` and `phase: "
      "treatment`: no "
      "checklist\n"
      "promise-broken: the promise `tips` is not kept in `en` for `audience: employee` and `phase: plan`: no "
      "checklist\n");
}

TEST_CASE("checks: translations that are missing or made from an older text") {
  SmallProject small;
  small.add("_note.md", "Note", "x");
  small.add("a.md", "A", "x").hash = 0xAB;
  small.add("b.md", "B", "x");
  small.add("c.md", "C", "x", only(audience, employee));
  small.add("d.md", "D", "x").hash = 0xCD;
  small.add("a.md", "A", "x", {}, "nl").front.translates = "00000000000000aa";
  small.add("d.md", "D", "x", {}, "nl").front.translates = "00000000000000cd";
  CHECK(project_says(small, check_translations) ==
        "translation-stale: `content/en/a.md` has changed since this translation was made | compare the two, "
        "then set "
        "`translates: \"00000000000000ab\"`\n"
        "translation-missing: page `b.md` is not translated into `nl`\n");
}

TEST_CASE("checks: a source that no page names is noted") {
  SmallProject small;
  small.project.site.sources = {{"S1", {"One", {}}, "", "", "", "", {}},
                                {"S2", {"Two", {}}, "", "", "", "", {}}};
  small.add("a.md", "A", "x").front.sources = {"S2"};
  CHECK(project_says(small, check_sources) == "source-unused: no page names the source `S1`\n");
}

TEST_CASE("reviews: no source was checked on a day that is yet to come") {
  const SmallProject small;
  Diagnostics found;
  check_reviews(small.project, {{"the source `S1`", "2026-03-02", {}}}, "2026-03-01", found);
  CHECK(
      list_of(found) ==
      "reviewed-in-future: the source `S1` says that it was checked on 2026-03-02, which is in the future | "
      "Set `checked` to the day on which "
      "somebody last looked at it.\n");
  check_reviews(small.project, {{"the source `S1`", "2026-03-02", {}}}, "2026-03-02", found);
  CHECK(found.all().size() == 1);
}

TEST_CASE("reviews: a page is due the day after its time has passed") {
  SmallProject small;
  Page& page = small.add("a.md", "A", "x");
  page.front.reviewed = "2026-02-27";
  page.front.review_in_days = 2;
  page.front.owner = "hr";
  small.add("b.md", "B", "x").front.reviewed = "2020-01-01";
  const auto on = [&](std::string_view today) {
    Diagnostics found;
    check_reviews(small.project, {}, today, found);
    return list_of(found);
  };
  CHECK(on("2026-03-01").empty());
  CHECK(on("2026-03-02") == "review-due: page `A` was to be reviewed by 2026-03-01; it is kept by `hr`\n");
  CHECK(on("no date").empty());
}
