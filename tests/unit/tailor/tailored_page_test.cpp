#include "tailor/tailored_page.hpp"

#include <doctest/doctest.h>

#include "base/limits.hpp"
#include "one_page.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("tailoring: a condition decided by the bundle leaves no trace") {
  const OnePage one([](ProgramBuilder& page) {
    page.only(only(audience, manager), [&] { page.paragraph("For managers."); });
    page.only(only(audience, employee), [&] { page.paragraph("For employees."); });
    page.only(except(country, nl), [&] { page.paragraph("Elsewhere."); });
    page.only(except(audience, hr), [&] { page.paragraph("Not for HR."); });
  });
  CHECK(one.html() == "<p>For managers.</p>\n<p>Not for HR.</p>\n");
  CHECK(one.page.words == 5);
}

TEST_CASE("tailoring: the reader's choice is written where it applies, with its label") {
  SUBCASE("around blocks") {
    const OnePage one([](ProgramBuilder& page) {
      page.only({false, {{audience, manager}, {phase, plan | back}}}, [&] { page.paragraph("Later."); });
    });
    CHECK(one.html() ==
          "<div class=\"when\" data-when=\"phase=plan,return\"><p class=\"when-label\">When you plan / Once "
          "back</p>\n"
          "<p>Later.</p>\n</div>\n");
  }
  SUBCASE("around words") {
    const OnePage one([](ProgramBuilder& page) {
      page.html("<p>").text("Call ");
      page.only(
          only(phase, plan), [&] { page.text("them"); }, Placement::words);
      page.html("</p>\n");
    });
    CHECK(one.html() ==
          "<p>Call <span class=\"when\" data-when=\"phase=plan\"><span class=\"when-label\">(When you plan) "
          "</span>them"
          "</span></p>\n");
  }
  SUBCASE("on a list item") {
    const OnePage one([](ProgramBuilder& page) {
      page.list([&] {
        page.item("always").item("planning", only(phase, plan)).item("for HR", only(audience, hr));
      });
    });
    CHECK(one.html() ==
          "<ul>\n<li>always</li>\n<li class=\"when\" data-when=\"phase=plan\"><span "
          "class=\"when-label\">(When you "
          "plan) </span>planning</li>\n</ul>\n");
  }
  SUBCASE("on a heading, and in the outline") {
    const OnePage one(
        [](ProgramBuilder& page) { page.heading(2, "talk", "The talk", false, only(phase, plan)); });
    CHECK(one.html() ==
          "<h2 id=\"talk\" class=\"when\" data-when=\"phase=plan\"><span class=\"when-label\">(When you "
          "plan) </span>"
          "The talk</h2>");
    REQUIRE(one.page.outline.size() == 1);
    CHECK(html_from(one.page.outline[0].words) == "The talk");
    CHECK(one.page.outline[0].open_condition == "phase=plan");
  }
  SUBCASE("for an `.except`, the values that remain are named") {
    const OnePage one(
        [](ProgramBuilder& page) { page.only(except(phase, plan), [&] { page.paragraph("Not yet."); }); });
    CHECK(one.html() ==
          "<div class=\"when\" data-when=\"!phase=plan\"><p class=\"when-label\">During treatment / Once "
          "back</p>\n"
          "<p>Not yet.</p>\n</div>\n");
  }
}

TEST_CASE("tailoring: within an open condition only what it leaves undecided is written") {
  const auto html = [](const Condition& inner) {
    return OnePage([&](ProgramBuilder& page) {
             page.only(only(phase, plan | back), [&] {
               page.paragraph("Outer.");
               page.only(inner, [&] { page.paragraph("Inner."); });
             });
           })
        .html();
  };
  const std::string begin =
      "<div class=\"when\" data-when=\"phase=plan,return\"><p class=\"when-label\">When you plan / Once "
      "back</p>\n<p>Outer.</p>\n";
  CHECK(html(only(phase, plan | back)) == begin + "<p>Inner.</p>\n</div>\n");
  CHECK(html(only(phase, treatment)) == begin + "</div>\n");
  CHECK(html(only(phase, treatment | plan)) ==
        begin +
            "<div class=\"when\" data-when=\"phase=plan\"><p class=\"when-label\">When you "
            "plan</p>\n<p>Inner.</p>\n</div>\n</div>\n");
  SUBCASE("one in which nothing is left is not written") {
    const OnePage one([](ProgramBuilder& page) {
      page.only(only(phase, plan), [&] { page.only(only(phase, back), [&] { page.paragraph("Never."); }); });
    });
    CHECK(one.html().empty());
  }
  SUBCASE("the page's own condition counts as the outermost one") {
    const OnePage one(
        [](ProgramBuilder& page) {
          page.only(only(phase, plan), [&] { page.paragraph("In."); });
          page.only(only(phase, back), [&] { page.paragraph("Out."); });
        },
        only(phase, plan));
    CHECK(one.html() == "<p>In.</p>\n");
  }
}

TEST_CASE("tailoring: a list without items is not written") {
  const OnePage one([](ProgramBuilder& page) {
    page.list([&] { page.item("for HR", only(audience, hr)); });
    page.list([&] { page.only(only(phase, plan), [&] { page.item("never", only(phase, back)); }); });
    page.paragraph("After.");
  });
  CHECK(one.html() == "<p>After.</p>\n");
}

TEST_CASE("tailoring: headings under which these readers find nothing") {
  const OnePage one([](ProgramBuilder& page) {
    page.heading(2, "lost", "Lost");
    page.only(only(audience, hr), [&] { page.paragraph("For HR."); });
    page.heading(2, "above", "Above");
    page.heading(3, "picture", "Picture").image("content/media/desk.svg", "A desk");
    page.heading(2, "words", "Words").paragraph("Some.");
    page.heading(2, "end", "End");
  });
  std::string empty;
  for (const OutlineEntry& entry : one.page.outline) empty += entry.empty ? entry.id + " " : "";
  CHECK(empty == "lost end ");
}

TEST_CASE("tailoring: text that no reader can see is left out, however conditions nest") {
  const Condition not_now{true, {{phase, plan}, {country, nl}}};
  OnePage one([&](ProgramBuilder& page) {
    page.only(not_now, [&] {
      page.only(only(country, nl), [&] {
        page.paragraph("seen");
        page.only(only(phase, plan), [&] { page.paragraph("for nobody"); });
      });
    });
  });
  one.small.project.profiles[0].bundles[0].space.possible[country] = nl | fr;
  one.run();
  CHECK(one.html().find("seen") != std::string::npos);
  CHECK(one.html().find("for nobody") == std::string::npos);
}

TEST_CASE("tailoring: an include runs in its place") {
  const OnePage one(
      [](ProgramBuilder& page) { page.paragraph("Before.").include("_shared/note.md").paragraph("After."); });
  CHECK(one.html() == "<p>Before.</p>\n<p>Kept private.</p>\n<p>After.</p>\n");
  SUBCASE("one that is missing is named") {
    const OnePage bad([](ProgramBuilder& page) { page.include("_shared/not.md"); });
    CHECK(list_of(bad.page.diagnostics) ==
          "include-missing: no partial `_shared/not.md` in `en` | did you mean `_shared/note.md`?\n");
  }
  SUBCASE("a partial's own condition counts") {
    OnePage own([](ProgramBuilder& page) { page.include("_shared/note.md"); });
    own.small.project.pages[0].front.condition = only(audience, hr);
    own.run();
    CHECK(own.html().empty());
  }
  SUBCASE("a circle ends") {
    OnePage circle([](ProgramBuilder& page) { page.include("_shared/note.md"); });
    ProgramBuilder note("content/en/_shared/note.md");
    note.paragraph("Once.").include("_shared/note.md");
    circle.small.programs[0] = note.done();
    circle.run();
    CHECK(circle.html() == "<p>Once.</p>\n");
  }
  SUBCASE("pieces that multiply are stopped") {
    OnePage bomb([](ProgramBuilder& page) {
      for (int i = 0; i < 1100; ++i) page.include("_shared/note.md");
    });
    CHECK(list_of(bomb.page.diagnostics) ==
          "include-too-many: with this one, `content/en/a/page.md` includes more than 1000 pieces\n");
  }
}

TEST_CASE("tailoring: footnotes are numbered by what this edition refers to") {
  const OnePage one([](ProgramBuilder& page) {
    const std::uint32_t hidden = page.note("hidden", "For HR.");
    const std::uint32_t shown = page.note("shown", "For all.");
    page.html("<p>").only(
        only(audience, hr), [&] { page.refer(hidden); }, Placement::words);
    page.text("First").refer(shown).text(" again").refer(shown).html("</p>\n");
  });
  CHECK(one.html() ==
        "<p>First<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" "
        "role=\"doc-noteref\">1</a></sup> again"
        "<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" "
        "role=\"doc-noteref\">1</a></sup></p>\n");
  REQUIRE(one.page.footnotes.size() == 1);
  CHECK(html_from(one.page.footnotes[0]) ==
        "<li id=\"fn-1\">\n<p>For all. <a href=\"#fnref-1\" class=\"footnote-backref\" "
        "role=\"doc-backlink\">&#8617;&#160;1"
        "</a> <a href=\"#fnref-1-2\" class=\"footnote-backref\" "
        "role=\"doc-backlink\">&#8617;&#160;1-2</a></p>\n</li>\n");
  CHECK(one.page.ids == std::vector<std::string>{"fn-1", "fnref-1", "fnref-1-2"});
}

TEST_CASE("tailoring: a footnote is for those who can read the place where it is defined") {
  SUBCASE("the same name is another note for other readers") {
    const OnePage one([](ProgramBuilder& page) {
      const std::uint32_t first = page.note("1", "For HR.", only(audience, hr));
      page.note("1", "For managers.", only(audience, manager));
      page.html("<p>").text("Call").refer(first, 2).html("</p>\n");
    });
    CHECK(one.html() ==
          "<p>Call<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" "
          "role=\"doc-noteref\">1</a></sup></p>\n");
    REQUIRE(one.page.footnotes.size() == 1);
    CHECK(html_from(one.page.footnotes[0]).starts_with("<li id=\"fn-1\">\n<p>For managers."));
  }
  SUBCASE("where the reader chooses, each has the condition of its note") {
    const OnePage one([](ProgramBuilder& page) {
      const std::uint32_t first = page.note("1", "Plan.", only(phase, plan));
      page.note("1", "No plan.", except(phase, plan));
      page.html("<p>").text("Call").refer(first, 2).html("</p>\n");
    });
    CHECK(one.html().starts_with("<p>Call<span class=\"when\" data-when=\"phase=plan\">"));
    CHECK(one.html().find("<span class=\"when\" data-when=\"!phase=plan\">") != std::string::npos);
    REQUIRE(one.page.footnotes.size() == 2);
    CHECK(html_from(one.page.footnotes[0])
              .starts_with("<li id=\"fn-1\" class=\"when\" data-when=\"phase=plan\">"));
  }
  SUBCASE("a note that is only referred to under a condition is under it too") {
    const OnePage one([](ProgramBuilder& page) {
      const std::uint32_t note = page.note("1", "Plan.");
      page.html("<p>").only(
          only(phase, plan), [&] { page.text("Call").refer(note); }, Placement::words);
      page.html("</p>\n");
    });
    REQUIRE(one.page.footnotes.size() == 1);
    CHECK(html_from(one.page.footnotes[0])
              .starts_with("<li id=\"fn-1\" class=\"when\" data-when=\"phase=plan\">"));
  }
}

TEST_CASE(
    "tailoring: of more headings than a page may have, those beyond are words only, and it is said once") {
  const OnePage one([](ProgramBuilder& page) {
    for (int number = 0; number < 20'000; ++number) page.heading(2, "talk", "Talk");
  });
  CHECK(one.page.ids.size() == most_headings);
  CHECK(one.page.outline.back().id == "talk-1000");
  REQUIRE(one.page.diagnostics.all().size() == 1);
  CHECK(one.page.diagnostics.all()[0].code == "page-too-complex");
}

TEST_CASE("tailoring: what comes out empty is left out with what it stands in") {
  const OnePage one([](ProgramBuilder& page) {
    const auto for_hr = [&] { page.text("secret"); };
    page.optional([&] {
      page.html("<p>");
      page.optional(
          [&] { page.html("<em>").only(only(audience, hr), for_hr, Placement::words).html("</em>"); });
      page.text(" \n").html("</p>\n");
    });
    page.optional([&] {
      page.html("<p>").only(
          only(phase, plan), [&] { page.only(only(audience, hr), for_hr, Placement::words); },
          Placement::words);
      page.html("</p>\n");
    });
    page.optional([&] { page.html("<p>").only(only(phase, plan), for_hr, Placement::words).html("</p>\n"); });
  });
  CHECK(one.html().starts_with("<p><span class=\"when\" data-when=\"phase=plan\">"));
  CHECK(one.html().ends_with("secret</span></p>\n"));
}

TEST_CASE("tailoring: ids are known to links and unique") {
  const OnePage one([](ProgramBuilder& page) {
    page.heading(2, "talk", "Talk").heading(2, "talk-2", "Talk 2").heading(2, "talk", "Talk");
  });
  CHECK(one.page.ids == std::vector<std::string>{"talk", "talk-2", "talk-3"});
  CHECK(list_of(one.page.diagnostics).empty());
  SUBCASE("two that the author chose are an error") {
    const OnePage two(
        [](ProgramBuilder& page) { page.heading(2, "talk", "A", true).heading(2, "talk", "B", true); });
    CHECK(list_of(two.page.diagnostics) ==
          "id-duplicate: `#talk` is twice on this page | give one of them another `{#name}`: readers of "
          "this edition get both\n");
    CHECK(two.page.diagnostics.all()[0].where.start.line == 11);
    CHECK(two.page.diagnostics.all()[0].related[0].where.start.line == 10);
  }
  SUBCASE("two that no reader meets together in this edition are none") {
    const OnePage two([](ProgramBuilder& page) {
      page.only(only(audience, hr), [&] { page.heading(2, "talk", "A", true); });
      page.heading(2, "talk", "B", true);
    });
    CHECK(list_of(two.page.diagnostics).empty());
  }
}

TEST_CASE("tailoring: a heading level that this edition skips is a warning") {
  const OnePage one([](ProgramBuilder& page) {
    page.heading(2, "a", "A").only(only(audience, hr), [&] { page.heading(3, "b", "B"); });
    page.heading(4, "c", "C");
  });
  CHECK(list_of(one.page.diagnostics) ==
        "heading-order-broken: a heading of level 4 comes after one of level 2: the one in between is left "
        "out | put this "
        "heading under the same condition as the one above it, with `.section` on that one\n");
  SUBCASE("one skipped in the text itself is compile's to say") {
    const OnePage text([](ProgramBuilder& page) { page.heading(2, "a", "A").heading(4, "c", "C"); });
    CHECK(text.page.diagnostics.empty());
  }
}

TEST_CASE("tailoring: the outline says under which open conditions a heading stands") {
  const OnePage one([](ProgramBuilder& page) {
    page.only(only(phase, plan), [&] { page.heading(2, "talk", "Talk"); });
    page.heading(2, "end", "End");
  });
  REQUIRE(one.page.outline.size() == 2);
  CHECK(one.page.outline[0].open_condition == "phase=plan");
  CHECK(one.page.outline[1].open_condition.empty());
}

TEST_CASE(
    "tailoring: a component keeps the parts that these readers have, with the reader's choices marked") {
  const int checklist = find_component("checklist");
  REQUIRE(checklist >= 0);
  const auto write = [&](ProgramBuilder& page) {
    page.paragraph("Before.");
    page.component(checklist, [&] {
      Part root = page.part("checklist", [&] { page.paragraph("Introduction."); });
      root.id = "list";
      root.attributes = {{"title", "A list"}};
      root.children = {page.part("item", [&] { page.text("all"); }),
                       page.part(
                           "item", [&] { page.text("hr"); }, only(audience, hr)),
                       page.part(
                           "item", [&] { page.text("plan"); }, only(phase, plan))};
      return root;
    });
    page.paragraph("After.");
  };
  const OnePage one(write);
  REQUIRE(one.page.body.size() == 2);
  CHECK(html_from(one.page.body[0].text) == "<p>Before.</p>\n");
  CHECK(html_from(one.page.body[1].text) == "<p>After.</p>\n");
  REQUIRE(one.page.body[0].component.size() == 1);
  const TailoredPart& list = one.page.body[0].component[0];
  CHECK(list.role == "checklist");
  CHECK(attribute(list.attributes, "title") == "A list");
  CHECK(html_of(list.body) == "<p>Introduction.</p>\n");
  std::vector<std::string> items;
  for (const TailoredPart& item : list.children) {
    items.push_back(item.role + " " + html_of(item.body) + " " + item.open_condition + " " + item.open_label);
  }
  CHECK(items == std::vector<std::string>{"item all  ", "item plan phase=plan When you plan"});
  CHECK(one.page.ids == std::vector<std::string>{"list"});
  CHECK(one.page.words == 5);
}

TEST_CASE("tailoring: a component of which nothing is left is not written") {
  const int checklist = find_component("checklist");
  const auto html = [&](const Condition& root_condition, const Condition& item_condition) {
    return OnePage([&](ProgramBuilder& page) {
             page.component(checklist, [&] {
               Part root = page.part(
                   "checklist", [] {}, root_condition);
               root.children = {page.part(
                   "item", [&] { page.text("x"); }, item_condition)};
               return root;
             });
           })
        .html();
  };
  CHECK(html({}, only(audience, hr)).empty());
  CHECK(html(only(audience, hr), {}).empty());
  SUBCASE("one under an open condition stands in a block of its own") {
    CHECK(html(only(phase, plan), {}) ==
          "<div class=\"when\" data-when=\"phase=plan\"><p class=\"when-label\">When you "
          "plan</p>\n[checklist]</div>\n");
    CHECK(html(only(phase, plan), only(phase, back)).empty());
  }
}

TEST_CASE("tailoring: of a component in a note or a contents list only the words are kept") {
  const int term = find_component("term");
  REQUIRE(term >= 0);
  const OnePage one([&](ProgramBuilder& page) {
    const auto write_term = [&] {
      page.component(term, [&] { return page.part("term", [&] { page.text("work ability"); }); });
    };
    page.heading(2, "term", "What is ", false, {}, write_term);
  });
  REQUIRE(one.page.outline.size() == 1);
  CHECK(html_from(one.page.outline[0].words) == "What is work ability");
  CHECK(one.html() == "<h2 id=\"term\">What is [term]</h2>");
}
