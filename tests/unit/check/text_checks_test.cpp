#include <doctest/doctest.h>

#include "check/all_checks.hpp"
#include "check/demands.hpp"
#include "check/find_in_source.hpp"
#include "check/sentence_places.hpp"
#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

using PageCheck = void (*)(const EditionView&, const TailoredPage&, Diagnostics&);

std::string page_says(const SmallProject& small, const std::string& id, std::string_view path,
                      PageCheck check) {
  const Edition edition = small.edition(id);
  const Navigation navigation = make_navigation(edition);
  const ProgramOf programs = small.program_of();
  const std::vector<TailoredPage> none;
  Diagnostics found;
  const TextFacts texts(small.project, {&edition, 1});
  check({edition, navigation, programs, none, texts}, small.tailored(edition, path), found);
  for (const Diagnostic& one : found.all()) CHECK(one.editions == std::vector<std::string>{id});
  return list_of(found);
}

std::string edition_says(const SmallProject& small, const std::string& id) {
  const Edition edition = small.edition(id);
  const Navigation navigation = make_navigation(edition);
  const ProgramOf programs = small.program_of();
  const std::vector<TailoredPage> none;
  Diagnostics found;
  const TextFacts texts(small.project, {&edition, 1});
  check_personas({edition, navigation, programs, none, texts}, found);
  return list_of(found);
}

std::string project_says(const SmallProject& small,
                         void (*check)(const Project&, const ProgramOf&, Diagnostics&)) {
  Diagnostics found;
  check(small.project, small.program_of(), found);
  return list_of(found);
}

std::string repeated(std::string_view sentence, int times) {
  std::string text;
  for (int time = 0; time < times; ++time) text += std::string(sentence) + " ";
  return text;
}

/// A page with one component of so many parts.
void add_with(SmallProject& small, std::string path, std::string_view component, int parts) {
  ProgramBuilder builder("content/en/" + path);
  const int kind = find_component(component);
  REQUIRE(kind >= 0);
  builder.component(kind, [&] {
    Part root = builder.part(std::string(component), [] {});
    for (int part = 0; part < parts; ++part)
      root.children.push_back(builder.part("item", [&] { builder.text("x"); }));
    return root;
  });
  small.add(std::move(path), "Page", builder);
}

Page page_with(std::string body) {
  Page page;
  page.file = "content/en/a.md";
  page.body = std::move(body);
  page.body_line = 5;
  return page;
}

}  // namespace

TEST_CASE("find in source: whole words, in any case, over line ends, with the exact place") {
  const Page page =
      page_with("Één strijd.\nA Fight\nagainst it. Fights against. He’s here. Say “no thanks”.");
  struct Row {
    std::string phrase;
    std::vector<SourceRange> places;
  };
  const std::string file = "content/en/a.md";
  const std::vector<Row> rows = {
      {"strijd", {{file, {5, 5}, 6}}},
      {"één", {{file, {5, 1}, 3}}},
      {"n strijd", {}},
      {"fight against", {{file, {6, 3}, 5}}},
      {"fight*", {{file, {6, 3}, 5}, {file, {7, 13}, 6}}},
      {"fight", {{file, {6, 3}, 5}}},
      {"he's here", {{file, {7, 29}, 9}}},
      {"\"no thanks\"", {{file, {7, 44}, 11}}},
      {"", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CHECK(places_of(page, page.body, row.phrase) == row.places);
  }
}

TEST_CASE("sentence places: looked for in the page, then in partials, else it is the title's") {
  SmallProject small;
  small.add("_note.md", "Note", "x").body = "First.\n\nThis is shared by all pages.\n";
  small.add("a.md", "A", "x").body =
      "One *two* three four five.\n\nÉ **See the\nfirst *page*. Seen the first page.\n";
  const SentencePlaces places(small.project);
  const std::size_t page = small.project.pages.size() - 1;
  const std::string file = "content/en/a.md";
  CHECK(places.find(page, "This is shared by all pages.") == SourceRange{"content/en/_note.md", {7, 1}, 28});
  CHECK(places.find(page, "See the first page.") == SourceRange{file, {7, 5}, 7});  // as far as its words go
  CHECK(places.find(page, "One two three four five.") == SourceRange{file, {2, 8}, 0});
  CHECK(places.find(page, "the first page.") == SourceRange{file, {8, 20}, 15});
  CHECK(places.find(page, "he first page.") == SourceRange{file, {2, 8}, 0});
  CHECK(places.find(page, "Seen") == SourceRange{file, {2, 8}, 0});
}

TEST_CASE("readability: long sentences and hard pages are found, by the first target that fits all readers") {
  SmallProject small;
  small.project.site.readability = {{only(audience, manager), 60, 12, 6}, {{}, 0, 0, 0}};
  const std::string hard =
      "Organisational considerations necessitate comprehensive documentation of every individual agreement.";
  small.add("easy.md", "Easy", repeated("We sit and talk.", 40));
  small.add("hard.md", "Hard", repeated(hard, 12));
  small.add("long.md", "Long", "One two three four five six seven eight nine ten eleven twelve thirteen.");
  CHECK(page_says(small, "one/managers/en", "easy.md", check_readability).empty());
  CHECK(page_says(small, "one/managers/en", "hard.md", check_readability) ==
        "sentences-too-long: the sentences of `Hard` have 9.0 words on average; at most 6 are asked for\n"
        "text-hard-to-read: page `Hard` scores -131.3 for ease of reading; at least 60 is asked for\n");
  CHECK(page_says(small, "one/managers/en", "long.md", check_readability) ==
        "sentence-too-long: a sentence of 13 words, at most 12 are asked for: “One two three four five six "
        "…”\n");
  CHECK(page_says(small, "two/employees/en", "hard.md", check_readability).empty());
}

TEST_CASE("readability: terms of the glossary do not count") {
  SmallProject small;
  small.project.site.readability = {{{}, 60, 0, 0}};
  small.add("a.md", "A", repeated("Ask the multidisciplinary rehabilitation coordinator for a date.", 30));
  CHECK_FALSE(page_says(small, "one/managers/en", "a.md", check_readability).empty());
  small.project.site.glossary = {
      {"coordinator", {"Multidisciplinary rehabilitation coordinator", {}}, {"x", {}}, {}, {}}};
  CHECK(page_says(small, "one/managers/en", "a.md", check_readability).empty());
}

TEST_CASE("phrases: a banned phrase is found in its language, in text and title") {
  SmallProject small;
  small.project.site.banned_phrases = {{"en", {}, {"fight against", "victim*"}, "Say it plainly."}};
  small.add("a.md", "The victims", "x").body = "A fight against it.";
  small.add("a.md", "A", "x", {}, "nl").body = "A fight against it.";
  CHECK(project_says(small, check_phrases) ==
        "phrase-banned: the title or summary says `victim…` | Say it plainly.\n"
        "phrase-banned: the text says `fight against` | Say it plainly.\n");
}

TEST_CASE("page elements: what pages of a layout lack, and how many parts they have") {
  SmallProject small;
  small.project.site.page_elements = {
      {"page", {}, only(audience, manager), {"key-points"}, {SourceRange{}}, {{"key-points", {3, {}}}}}};
  add_with(small, "good.md", "key-points", 3);
  add_with(small, "more.md", "key-points", 4);
  small.add("none.md", "None", "x");
  small.add("start.md", "Start", "x").front.layout = "start";
  CHECK(page_says(small, "one/managers/en", "good.md", check_page_elements).empty());
  CHECK(page_says(small, "one/managers/en", "more.md", check_page_elements) ==
        "page-element-count: `key-points` on page `Page` has 4 parts; 3 are asked for\n");
  CHECK(page_says(small, "one/managers/en", "none.md", check_page_elements) ==
        "page-element-missing: page `None` has no `key-points`\n");
  CHECK(page_says(small, "one/managers/en", "start.md", check_page_elements).empty());
  CHECK(page_says(small, "two/employees/en", "none.md", check_page_elements).empty());
}

TEST_CASE("demands: one that nearly no page meets is told once, where it is asked") {
  SmallProject small;
  const SourceRange asked{"content/site.yaml", {9, 3}, 5};
  small.project.site.page_elements = {{"page", {}, {}, {"video"}, {asked}, {}}};
  for (const char* path : {"a.md", "b.md", "c.md"}) small.add(path, "Page", "x");
  const auto told = [&] {
    const Edition edition = small.edition("one/managers/en");
    const Navigation navigation = make_navigation(edition);
    const ProgramOf programs = small.program_of();
    const TextFacts texts(small.project, {&edition, 1});
    Diagnostics found;
    for (const EditionPage& page : edition.pages) {
      const std::vector<TailoredPage> none;
      check_page_elements({edition, navigation, programs, none, texts},
                          small.tailored(edition, small.project.pages[page.page].path), found);
    }
    return joined_by_demand(merged(std::move(found.all())), {&edition, 1}, programs);
  };
  const std::vector<Diagnostic> one = told();
  REQUIRE(one.size() == 1);
  CHECK(one[0].where == asked);
  CHECK(one[0].message == "none of the 3 pages have `video`");
  REQUIRE(one[0].related.size() == 3);
  CHECK(one[0].related[0].where.file == "content/en/a.md");
  CHECK(one[0].editions == std::vector<std::string>{"one/managers/en"});
  add_with(small, "d.md", "video", 1);
  CHECK(told().size() == 3);  // a page shows how it is done
}

TEST_CASE("page elements: a component or a layout that there is not is told where it is asked") {
  SmallProject small;
  small.project.site.page_elements = {
      {"pgae", {"content/site.yaml", {9, 3}, 4}, {}, {"vidoe"}, {SourceRange{}}, {{"key-point", {3, {}}}}}};
  small.add("a.md", "A", "x");
  Diagnostics found;
  check_element_names(small.project, small.program_of(), found);
  CHECK(list_of(found) ==
        "page-element-missing: no page has the layout `pgae`, so this demand is on none | did you mean "
        "`page`?\n"
        "page-element-missing: no component `vidoe`, for which `page-elements` asks | did you mean `video`?\n"
        "page-element-missing: no component `key-point`, for which `page-elements` asks | did you mean "
        "`key-points`?\n");
}

TEST_CASE("personas: each finds what they must, and meets nothing that they must not") {
  SmallProject small;
  ProgramBuilder builder("content/en/a.md");
  builder.paragraph("For all.");
  builder.only(only(phase, treatment), [&] { builder.paragraph("Rest now."); });
  builder.only(only(phase, plan), [&] { builder.paragraph("Write the plan."); });
  small.add("a.md", "A", builder);
  Persona persona;
  persona.id = "planner";
  persona.values = {false, {{audience, manager}, {phase, plan}}};
  persona.language = "en";
  persona.page = "a.md";
  SUBCASE("with all choices made") {
    persona.shows = {"For all.", "Write the plan."};
    persona.never = {"Rest now."};
    small.project.site.personas = {persona};
    CHECK(edition_says(small, "one/managers/en").empty());
  }
  SUBCASE("with mistakes") {
    persona.shows = {"Rest now."};
    persona.never = {"For all."};
    small.project.site.personas = {persona};
    CHECK(edition_says(small, "one/managers/en") ==
          "persona-misses: `planner` does not find “Rest now.” on `a.md`\n"
          "persona-meets: `planner` finds “For all.” on `a.md`, and must not\n");
    CHECK(edition_says(small, "two/employees/en").empty());
  }
  SUBCASE("without the page, or without any bundle") {
    persona.page = "b.md";
    small.project.site.personas = {persona};
    CHECK(edition_says(small, "one/managers/en") ==
          "persona-page-missing: `planner` has no page `b.md` | did you mean `a.md`?\n");
    CHECK(project_says(small, check_persona_editions).empty());
    small.project.site.personas[0].language = "nl";
    small.project.site.personas[0].values = only(audience, employee);
    CHECK(project_says(small, check_persona_editions) ==
          "persona-page-missing: no bundle in `nl` is for `planner` | correct `language`, `values` or "
          "`profile` of "
          "this reader, or make such a bundle\n");
  }
}

TEST_CASE("page facts: a page says who keeps it and when it was read") {
  SmallProject small;
  small.add("_part.md", "Part", "x");
  small.add("a.md", "A", "x").front.owner = "hr";
  Page& whole = small.add("b.md", "B", "x");
  whole.front.owner = "hr";
  whole.front.reviewed = "2026-01-01";
  whole.front.review_in_days = 10;
  CHECK(project_says(small, check_page_facts) ==
        "review-date-missing: page `A` has no `reviewed`, no `review-in`\n");
  small.project.pages.back().front.owner.clear();  // no page is reviewed here
  CHECK(project_says(small, check_page_facts).empty());
}

TEST_CASE("translations: one that does not say from which text it was made is noted") {
  SmallProject small;
  small.add("a.md", "A", "x").hash = 0xAB;
  small.add("b.md", "B", "x").hash = 0xCD;
  small.add("a.md", "A", "x", {}, "nl");
  Page& other = small.add("b.md", "B", "x", {}, "nl");
  CHECK(project_says(small, check_translations).empty());  // marks are not used here
  other.front.translates = "00000000000000cd";
  CHECK(project_says(small, check_translations) ==
        "translation-unmarked: this translation does not say from which text it was made | set `translates: "
        "\"00000000000000ab\"`\n");
}

TEST_CASE("terms: a word of the glossary is marked on each page that uses it, for the readers named") {
  SmallProject small;
  Site& site = small.project.site;
  site.glossary.resize(1);
  site.glossary[0].id = "work-ability";
  site.glossary[0].term.any = "work ability";
  site.terms_explained_to = only(audience, manager);
  ProgramBuilder builder("content/en/manager/a.md");
  builder.paragraph("A doctor judges work ability.");
  small.add("manager/a.md", "A page", builder);
  const auto said = [&](std::string body) {
    small.project.pages.back().body = std::move(body);
    return page_says(small, "one/managers/en", "manager/a.md", check_terms);
  };
  const std::string warning =
      "term-unexplained: `work ability` is in the glossary, and this page does not explain it | Write [work "
      "ability]{.term} where it comes first.\n";
  CHECK(said("A doctor judges work ability.") == warning);
  CHECK(said("A doctor judges Work\nAbility.") == warning);
  SUBCASE("a heading and a link need no mark") {
    CHECK(said("## About work ability").empty());
    CHECK(said("A doctor judges [work ability](work-ability.md).").empty());
  }
  SUBCASE("what a variable brings in cannot have one") { CHECK(said("A doctor judges it.").empty()); }
  SUBCASE("other readers know the word") {
    site.terms_explained_to = only(audience, employee);
    CHECK(said("A doctor judges work ability.").empty());
  }
  SUBCASE("without the demand in site.yaml nothing is asked for") {
    site.terms_explained_to.reset();
    CHECK(said("A doctor judges work ability.").empty());
  }
}

TEST_CASE("terms: a phrase does not go on from one paragraph to the next") {
  SmallProject small;
  Site& site = small.project.site;
  site.glossary.resize(1);
  site.glossary[0].id = "sick-leave";
  site.glossary[0].term.any = "sick leave";
  site.terms_explained_to = only(audience, manager);
  ProgramBuilder builder("content/en/a.md");
  builder.paragraph("He is sick");
  builder.paragraph("Leave him alone");
  small.add("a.md", "A", builder).body = "He is sick\n\nLeave him alone";
  CHECK(page_says(small, "one/managers/en", "a.md", check_terms).empty());
}

TEST_CASE("readability: names of an organisation count for its own editions alone") {
  SmallProject small;
  small.project.site.readability = {{{}, 60, 0, 0}};
  const std::string name = "multidisciplinary rehabilitation coordinator";
  small.add("a.md", "A", repeated("Ask the " + name + " for a date.", 30));
  std::vector<Profile>& profiles = small.project.profiles;
  profiles[0].contacts.resize(1);
  profiles[0].contacts[0].name.any = name;
  std::vector<Edition> editions = {small.edition("one/managers/en"), small.edition("two/employees/en")};
  const TextFacts texts(small.project, editions);
  const auto score_in = [&](const Edition& edition) {
    return score(texts.without_fixed_words(edition, small.tailored(edition, "a.md")), "en");
  };
  CHECK(score_in(editions[0]) > 60);
  CHECK(score_in(editions[1]) < 60);
  CHECK(score_in(editions[0]) > 60);  // from memory
}
