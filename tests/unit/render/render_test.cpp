#include "render/render.hpp"

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <thread>

#include "support/small_project.hpp"

namespace tailorbird {
namespace {

using namespace test;

/// A project, a theme of one layout, and the page `path` of one's managers rendered with it.
struct Rendering {
  SmallProject small;
  Theme theme;
  std::string language = "en";
  Diagnostics diagnostics;

  explicit Rendering(std::string layout, ThemeFiles more = {}) {
    more["layouts/page.mustache"] = {"themes/x/layouts/page.mustache", std::move(layout)};
    more["strings/en.yaml"] = {"themes/x/strings/en.yaml",
                               "language-name: English\nminute: 1 minute\nminutes: \"{n} minutes\"\n"
                               "step-of: Step {n} of {count}\ndate: \"{day} {month} {year}\"\n"
                               "months: January February\nfirst-of-month: \"1\"\n"};
    theme = make_theme("x", more).theme;
    small.add("index.md", "Home", "Welcome.");
    small.add("plan/index.md", "Planning", "Plan.", only(phase, plan));
    Page& talk = small.add("plan/talk.md", "Talk & listen", "Talk.", only(phase, plan));
    talk.front.summary = "Ten minutes.";
    talk.front.minutes = 4;
    talk.front.owner = "hr";
    talk.front.reviewed = "2026-02-01";
    talk.front.sources = {"S2", "S1"};
    small.add("plan/team.md", "Team", "Team.", only(phase, plan));
    small.add("index.md", "Start", "Welkom.", {}, "nl");
    small.project.site.sources = {{"S1", {"First", {}}, "", "", "", "", {}},
                                  {"S2", {"Second", {}}, "", "", "https://two.example", "", {}}};
  }

  /// Runs `work(renderer, edition)` for the edition in `language`.
  template <typename Work>
  auto with_renderer(const Work& work) {
    const Edition edition = small.edition("one/managers/" + language);
    const Navigation navigation = make_navigation(edition);
    const auto has_page = [this](std::string_view other, std::string_view page) {
      return small.edition("one/managers/" + std::string(other)).find(page) >= 0;
    };
    SearchLexicon lexicon("en");
    const EditionRenderer renderer({edition, navigation, theme, {"en", "nl"}, has_page, lexicon});
    return work(renderer, edition);
  }

  OutputFile file(std::string_view path) {
    return with_renderer([&](const EditionRenderer& renderer, const Edition& edition) {
      return renderer.page(small.tailored(edition, path), diagnostics);
    });
  }
  std::string html(std::string_view path) { return file(path).bytes; }

  /// The page plan/talk.md with a component of that name behind `before`, and nothing else in it.
  std::string with_component(const std::string& name, const std::string& before = {},
                             const Attributes& attributes = {}) {
    return with_renderer([&](const EditionRenderer& renderer, const Edition& edition) {
      TailoredPage page = small.tailored(edition, "plan/talk.md");
      TailoredPart component;
      component.role = name;
      component.attributes = attributes;
      Segment segment{{}, {component}};
      segment.text.add_markup(before);
      page.body = {segment};
      return renderer.page(page, diagnostics).bytes;
    });
  }

  /// The edition's file at `path` that is no page of its content.
  std::string extra(std::string_view path) {
    return with_renderer([&](const EditionRenderer& renderer, const Edition& edition) {
      for (std::size_t page = 0; page < edition.pages.size(); ++page) {
        renderer.page(small.tailored(edition, edition.page(page).path), diagnostics);
      }
      for (const OutputFile& one : renderer.extras(diagnostics)) {
        if (one.path == path) return one.bytes;
      }
      return std::string("not there");
    });
  }
};

TEST_CASE("render: what a template can say about a page") {
  struct Row {
    const char* what;
    std::string layout;
    std::string expected;
  };
  const Row rows[] = {
      {"texts are escaped", "{{title}} {{summary}}", "Talk &amp; listen Ten minutes.\n"},
      {"the body is HTML", "{{{body}}}", "<p>Talk.</p>\n\n"},
      {"addresses are relative and name the file", "{{root}}assets/a.css {{up}}{{path}}",
       "../../assets/a.css ../plan/talk.html\n"},
      {"what was reviewed, by whom", "{{reviewed}} {{owner}} {{minutes}}", "1 February 2026 HR 4 minutes\n"},
      {"the way here", "{{#breadcrumbs}}{{up}}{{path}} {{/breadcrumbs}}",
       "../index.html ../plan/index.html \n"},
      {"the section's pages, with the one at hand",
       "{{#section}}{{title}}:{{#children}} "
       "{{title}}{{#is-current}}*{{/is-current}}{{/children}}{{/section}}",
       "Planning: Talk &amp; listen* Team\n"},
      {"the steps",
       "{{step-of}}:{{#steps}} {{number}} {{step-label}}{{#is-current}}*{{/is-current}}{{/steps}}",
       "Step 1 of 1: 1 plan*\n"},
      {"before and after", "{{#previous}}{{title}}{{/previous}} {{#next}}{{title}}{{/next}}",
       "Planning Team\n"},
      {"languages: the same page, or the start page",
       "{{#languages}}{{code}} {{href}}{{#is-current}}*{{/is-current}} {{/languages}}",
       "en ../../en/plan/talk.html* nl ../../nl/index.html \n"},
      {"sources in the order of the page", "{{#sources}}{{title}}{{#url}} {{url}}{{/url}} {{/sources}}",
       "Second https://two.example First \n"},
      {"whose it is", "{{organisation}} {{organisation-short}} {{bundle-id}}",
       "One Hospital One Hospital one-managers\n"},
      {"whom it is for, beside its step", "{{when}}|{{when-label}}", "phase=plan|\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Rendering rendering(row.layout);
    CHECK(rendering.html("plan/talk.md") == row.expected);
    CHECK(list_of(rendering.diagnostics).empty());
  }
}

TEST_CASE(
    "render: sources for the readers' country come first, then those in their language, with their title in "
    "it") {
  Rendering rendering("{{#sources}}{{title}} {{/sources}}");
  std::vector<Source>& sources = rendering.small.project.site.sources;
  sources[0].language = "en";
  CHECK(rendering.html("plan/talk.md") == "First Second \n");
  sources.push_back({"S3", {"Third", {{"en", "The third"}}}, "", "", "", "", only(phase, plan)});
  for (Page& page : rendering.small.project.pages) {
    if (page.path == "plan/talk.md") page.front.sources.push_back("S3");
  }
  CHECK(rendering.html("plan/talk.md") == "The third First Second \n");
}

TEST_CASE("render: the title of a component is one level below the heading that it stands under") {
  const ThemeFile shown{"themes/x/components/plan.mustache", "{{level}}"};
  Rendering site("{{{opening}}}|{{{rest}}}",
                 {{"components/plan.mustache", shown}, {"components/key-points.mustache", shown}});
  const auto levels = [&](const std::string& before, const std::string& name) {
    return site.with_component(name, before);
  };
  CHECK(levels("", "plan") == "|2\n");
  CHECK(levels("<h2 id=\"a\">A</h2>\n<p>Text.</p>\n", "plan") == "|<h2 id=\"a\">A</h2>\n<p>Text.</p>\n3\n");
  CHECK(levels("<h2>A</h2><h3>B</h3>", "plan") == "|<h2>A</h2><h3>B</h3>4\n");
  CHECK(levels("<h6>deep</h6>", "plan") == "|<h6>deep</h6>6\n");
  SUBCASE("what moves to the head of the page stands under its title") {
    CHECK(levels("<h3>B</h3><p>Text.</p>", "key-points") == "2\n|<h3>B</h3><p>Text.</p>\n");
  }
}

TEST_CASE("render: an urgent box moves to the head of the page, other boxes stay") {
  Rendering site("{{{opening}}}|{{{rest}}}",
                 {{"components/callout.mustache", {"themes/x/components/callout.mustache", "box"}}});
  CHECK(site.with_component("callout", "<p>Text.</p>", {{"type", "caution"}}) == "box\n|<p>Text.</p>\n");
  CHECK(site.with_component("callout", "<p>Text.</p>", {{"type", "important"}}) == "|<p>Text.</p>box\n");
  SUBCASE("behind a heading it belongs to what is told there") {
    CHECK(site.with_component("callout", "<h2>A</h2><p>Text.</p>", {{"type", "caution"}}) ==
          "|<h2>A</h2><p>Text.</p>box\n");
  }
}

TEST_CASE("render: a page loads the scripts and styles of the components that it holds, and no others") {
  const std::string layout =
      "{{#styles}}[{{root}}{{style}}]{{/styles}}{{#scripts}}[{{root}}{{script}}]{{/scripts}}{{{body}}}";
  const ThemeFile empty{"themes/x/components/any.mustache", ""};
  Rendering site(layout, {{"components/plan.mustache", empty},
                          {"components/quote.mustache", empty},
                          {"assets/css/components/plan.css", {"themes/x/plan.css", "plan{}"}},
                          {"assets/js/components/plan.js", {"themes/x/plan.js", "plan();"}},
                          {"assets/js/components/timeline.js", {"themes/x/timeline.js", "timeline();"}}});
  CHECK(site.with_component("plan") ==
        "[../../assets/components/plan.css][../../assets/components/plan.js]\n");
  CHECK(site.with_component("quote") == "\n");
  CHECK(site.diagnostics.all().empty());
}

TEST_CASE("render: the accessibility statement has the facts of its edition, and every edition has one") {
  const std::string statement =
      "{{root}}|{{up}}{{title}}|{{organisation}}|{{newest-review}}|{{#languages}}{{href}}{{#is-"
      "current}}*{{/is-current}} {{/languages}}|"
      "{{#more}}{{path}}{{/more}}{{^more}}none{{/more}}|{{statement}}";
  Rendering site("", {{"layouts/statement.mustache", {"themes/x/layouts/statement.mustache", statement}}});
  site.theme.words["en"]["statement-title"] = "Statement";
  const auto facts = [](const std::string& more) {
    return "../|Statement|One Hospital|1 February 2026|../en/accessibility-statement.html* "
           "../nl/accessibility-statement.html |" +
           more + "|accessibility-statement.html\n";
  };
  CHECK(site.extra("en/accessibility-statement.html") == facts("none"));
  site.small.add("plan/accessibility.md", "Accessibility", "Call us.");
  CHECK(site.extra("en/accessibility-statement.html") == facts("plan/accessibility.html"));
  CHECK(list_of(site.diagnostics).empty());
  SUBCASE("a theme without the layout has none, and pages can ask") {
    Rendering without("{{#statement}}yes{{/statement}}{{^statement}}no{{/statement}}");
    CHECK(without.extra("en/accessibility-statement.html") == "not there");
    CHECK(without.html("index.md") == "no\n");
  }
}

TEST_CASE("render: a search result says where a page is and for whom, unless its title says that already") {
  Rendering site("");
  site.small.project.profiles[0].bundles[0].space.possible[country] = nl | fr;
  site.small.add("plan/some.md", "For some", "Text.", {false, {{phase, plan}, {country, nl}}});
  site.small.project.site.dimensions[phase].values[1].label.any = "Planning";
  const std::string index = site.extra("assets/search-en.js");
  CHECK(index.find(R"(["plan/talk.html","Talk & listen","Planning",)") != std::string::npos);
  CHECK(index.find(R"(["plan/index.html","Planning","",)") != std::string::npos);
  CHECK(index.find(R"(["plan/some.html","For some","Planning \u00b7 In the Netherlands",)") !=
        std::string::npos);
}

TEST_CASE("render: the output's path is that of the page") {
  CHECK(Rendering("x").file("plan/talk.md").path == "en/plan/talk.html");
}

TEST_CASE("render: a name that means nothing is an error in the template, and names the page") {
  Rendering rendering(
      "{{title}}\n{{> foot}}",
      {{"partials/foot.mustache", {"themes/x/partials/foot.mustache", "<p>\n{{sumary}}</p>"}}});
  rendering.html("plan/talk.md");
  REQUIRE(rendering.diagnostics.all().size() == 1);
  const Diagnostic& found = rendering.diagnostics.all().front();
  CHECK(found.code == "theme-name-missing");
  CHECK(found.where == SourceRange{"themes/x/partials/foot.mustache", {2, 3}, 6});
  CHECK(found.message == "nothing is called `sumary` here");
}

TEST_CASE("render: a layout that the theme does not have is named where the page asks for it") {
  Rendering rendering("{{title}}");
  FrontMatter& front = rendering.small.project.pages[2].front;
  front.layout = "pgae";
  front.layout_at = {"content/en/plan/talk.md", {3, 9}, 4};
  CHECK(rendering.html("plan/talk.md") == "Talk &amp; listen\n");
  CHECK(list_of(rendering.diagnostics) ==
        "layout-unknown: no layout `pgae` in the theme `x` | did you mean `page`?\n");
  CHECK(rendering.diagnostics.all()[0].where == front.layout_at);
  SUBCASE("without any for pages the theme is at fault, and no page") {
    rendering.diagnostics = {};
    rendering.theme =
        make_theme("bare", {{"strings/en.yaml", {"themes/bare/strings/en.yaml", "a: b\n"}}}).theme;
    front.layout = "page";
    CHECK(rendering.html("plan/talk.md").empty());
    CHECK(rendering.html("index.md").empty());
    const std::vector<Diagnostic> said = merged(rendering.diagnostics.all());
    REQUIRE(said.size() == 1);
    CHECK(said[0].code == "theme-template-missing");
    CHECK(said[0].where == SourceRange{"themes/bare", {}, 0});
    CHECK(said[0].message == "the theme `bare` has no `layouts/page.mustache`");
  }
}

TEST_CASE("render: a component that the theme does not show is named once, however many pages hold it") {
  Rendering rendering("{{title}}{{{body}}}");
  CHECK(rendering.with_component("key-points") == "Talk &amp; listen\n");
  CHECK(rendering.with_component("key-points") == "Talk &amp; listen\n");
  const std::vector<Diagnostic> said = merged(rendering.diagnostics.all());
  REQUIRE(said.size() == 1);
  CHECK(said[0].code == "theme-template-missing");
  CHECK(said[0].where == SourceRange{"themes/x", {}, 0});
  CHECK(said[0].message == "the theme `x` has no `components/key-points.mustache`");
}

TEST_CASE("render: only the choices that a page asks for are offered on it") {
  Rendering rendering("{{#situation}}{{dimension}}: {{#values}}{{value}} {{/values}}{{/situation}}");
  Program& program = rendering.small.programs[2];
  ProgramBuilder builder("content/en/plan/talk.md");
  SUBCASE("none") { builder.paragraph("Talk."); }
  SUBCASE("one, with the values that are left in the edition") {
    builder.only(only(phase, treatment), [&] { builder.paragraph("Talk softly."); });
  }
  program = builder.done();
  rendering.small.project.pages[2].front.condition = {};
  const bool asks = !program.conditions.empty();
  CHECK(rendering.html("plan/talk.md") == (asks ? "phase: treatment plan return \n" : "\n"));
}

TEST_CASE("render: documents are ASCII, whatever the texts") {
  Rendering rendering("{{title}} {{organisation}}");
  rendering.small.project.pages[2].front.title = "\u00c9t\u00e9 \U0001F33F";
  rendering.small.project.profiles[0].name.any = "H\u00f4pital";
  CHECK(rendering.html("plan/talk.md") == "&#201;t&#233; &#127807; H&#244;pital\n");
}

TEST_CASE("render: a page is the same whichever pages were made before it") {
  Rendering rendering(
      "<html>\n{{organisation}}\n<a href=\"{{root}}{{up}}x\">\n{{#top}}\n{{title}}{{#is-current}} is "
      "here{{/is-current}}{{#is-within}} is around{{/is-within}}\n{{/top}}\n<p>\n{{title}}\n"
      "{{#summary}}{{summary}}{{/summary}}\n{{#any-children}}\n{{#children}}{{path}}{{/children}}\n"
      "{{/any-children}}\n{{#licence}}{{licence}} of {{title}}{{/licence}}\n{{{body}}}");
  rendering.small.project.site.licence_name = "CC";
  const std::vector<std::string> paths = {"index.md", "plan/index.md", "plan/talk.md", "plan/team.md"};
  const auto one_renderer = [&](std::vector<std::string> order) {
    return rendering.with_renderer([&](const EditionRenderer& renderer, const Edition& edition) {
      std::map<std::string, std::string> pages;
      for (const std::string& path : order) {
        pages[path] = renderer.page(rendering.small.tailored(edition, path), rendering.diagnostics).bytes;
      }
      return pages;
    });
  };
  const std::map<std::string, std::string> in_order = one_renderer(paths);
  CHECK(in_order == one_renderer({paths.rbegin(), paths.rend()}));
  for (const std::string& path : paths) {
    CAPTURE(path);
    CHECK(in_order.at(path) == rendering.html(path));
  }
  CHECK(in_order.at("plan/talk.md") ==
        "<html>\nOne Hospital\n<a href=\"../../../x\">\nPlanning is around\n<p>\nTalk &amp; listen\n"
        "Ten minutes.\nCC of Talk &amp; listen\n<p>Talk.</p>\n\n");
}

TEST_CASE("render: several threads make the same documents as one") {
  Rendering rendering("{{title}} {{#section}}{{#children}}{{title}}{{/children}}{{/section}} {{{body}}}");
  const Edition edition = rendering.small.edition("one/managers/en");
  const Navigation navigation = make_navigation(edition);
  SearchLexicon lexicon("en");
  const EditionRenderer renderer({edition, navigation, rendering.theme, {"en"}, nullptr, lexicon});
  std::vector<std::string> alone;
  for (std::size_t page = 0; page < edition.pages.size(); ++page) {
    alone.push_back(
        renderer.page(tailor_page(edition, page, rendering.small.program_of()), rendering.diagnostics).bytes);
  }
  std::vector<std::string> together(alone.size());
  std::vector<std::thread> threads;
  for (std::size_t page = 0; page < alone.size(); ++page) {
    threads.emplace_back([&, page] {
      Diagnostics ignored;
      for (int round = 0; round < 20; ++round) {
        together[page] =
            renderer.page(tailor_page(edition, page, rendering.small.program_of()), ignored).bytes;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(together == alone);
}

}  // namespace
}  // namespace tailorbird
