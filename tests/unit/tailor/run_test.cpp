#include "tailor/run.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// The page `a/page.md` with what `write` puts in it, for managers in nl; the phase is open.
struct OnePage {
  SmallProject small;
  Edition edition;
  TailoredPage page;

  explicit OnePage(const std::function<void(ProgramBuilder&)>& write, Condition condition = {}) {
    ProgramBuilder builder("content/en/a/page.md");
    write(builder);
    small.add("_shared/note.md", "Note", "Kept private.");
    small.add("a/page.md", "Page", builder, std::move(condition));
    small.add("b/hr.md", "For HR", "x", only(audience, hr));
    small.add("b/other.md", "Other", "x");
    small.project.files = {"content/en/a/form.pdf", "content/media/desk.svg"};
    run();
  }
  void run() {
    edition = small.edition("one/managers/en");
    page = small.tailored(edition, "a/page.md");
  }
  std::string html() const { return html_of(page.body); }
};

}  // namespace

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
    CHECK(one.page.outline[0].html == "The talk");
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

TEST_CASE("tailoring: links are relative and checked in this edition") {
  using Kind = LinkUse::Kind;
  const OnePage one([](ProgramBuilder& page) {
    page.link(Kind::page, "b/other.md", "other", "top").html(" ");
    page.link(Kind::fragment, "", "here", "talk").html(" ");
    page.link(Kind::outside, "https://example.org/?a=1&amp;b=2", "out").html(" ");
    page.link(Kind::outside, "mailto:x@example.org", "mail").html(" ");
    page.link(Kind::file, "content/en/a/form.pdf", "form");
  });
  CHECK(one.html() ==
        "<a href=\"../b/other.html#top\">other</a> <a href=\"#talk\">here</a> "
        "<a href=\"https://example.org/?a=1&amp;b=2\" class=\"outside\" rel=\"external noopener\">out</a> "
        "<a href=\"mailto:x@example.org\">mail</a> <a href=\"form.pdf\">form</a>");
  REQUIRE(one.page.links.size() == 2);
  CHECK(one.page.links[0].path == "b/other.md");
  CHECK(one.page.links[0].fragment == "top");
  CHECK(one.page.links[1].path == "a/page.md");
  CHECK(one.page.files == std::vector<std::string>{"content/en/a/form.pdf"});
  CHECK(list_of(one.page.diagnostics).empty());
}

TEST_CASE("tailoring: a link to what is not in the edition leaves its words and says why") {
  using Kind = LinkUse::Kind;
  struct Row {
    const char* target;
    const char* said;
  };
  const Row rows[] = {
      {"b/othr.md", "link-target-missing: no page `b/othr.md` | did you mean `../b/other.md`?\n"},
      {"c/other.md", "link-target-missing: no page `c/other.md` | did you mean `../b/other.md`?\n"},
      {"c/nothing.md",
       "link-target-missing: no page `c/nothing.md` | write `content/en/c/nothing.md`, or correct the "
       "link\n"},
      {"b/hr.md",
       "link-target-missing: `b/hr.md` is left out of this edition | that page is for `audience: hr`: put "
       "the link under "
       "the same condition, or link to a page that all readers of this text have\n"},
      {"_shared/note.md",
       "link-target-missing: `_shared/note.md` is a partial and has no page of its own | put it in with `{{< "
       "include "
       "_shared/note.md >}}`, or link to a page\n"},
  };
  for (const Row& row : rows) {
    const OnePage one([&](ProgramBuilder& page) { page.link(Kind::page, row.target, "words"); });
    CHECK(one.html() == "words");
    CHECK(list_of(one.page.diagnostics) == row.said);
    CHECK(one.page.diagnostics.all()[0].editions == std::vector<std::string>{"one/managers/en"});
    CHECK(one.page.diagnostics.all()[0].where == SourceRange{"content/en/a/page.md", {5, 3}, 4});
  }
}

TEST_CASE("tailoring: a page missing in a translation says so") {
  SmallProject small;
  small.add("a.md", "A", "x");
  small.add("b.md", "B", "x");
  ProgramBuilder page("content/nl/a.md");
  page.link(LinkUse::Kind::page, "b.md", "b");
  small.add("a.md", "A", page, {}, "nl");
  CHECK(list_of(small.tailored(small.edition("one/managers/nl"), "a.md").diagnostics) ==
        "link-target-missing: `b.md` is not translated into `nl` | write `content/nl/b.md`, or take the link "
        "out of this "
        "language\n");
}

TEST_CASE("tailoring: variables become words, and links where they have an address") {
  const auto write = [](ProgramBuilder& page) {
    page.variable("organisation.name").html(" ").variable("contact.oh.phone").html(" ");
    page.link(LinkUse::Kind::variable, "contact.oh.phone", "call").html(" ");
    page.link(LinkUse::Kind::variable, "organisation.name", "no address");
  };
  OnePage one(write);
  Contact oh;
  oh.role = "oh";
  oh.phone = "+31 1";
  one.small.project.profiles[0].contacts = {oh};
  one.small.project.profiles[0].name.any = "Één & co";
  one.run();
  CHECK(one.html() ==
        "&#201;&#233;n &amp; co <a href=\"tel:+311\">+31 1</a> <a href=\"tel:+311\">call</a> no address");
  CHECK(list_of(one.page.diagnostics) ==
        "variable-without-address: `organisation.name` has no address to link to | link to a phone number, a "
        "mail address "
        "or a `url`, or write `{{< var organisation.name >}}` without a link\n");
}

TEST_CASE("tailoring: a variable without a value names the file to fill in") {
  struct Row {
    const char* name;
    const char* said;
  };
  const Row rows[] = {
      {"contact.oh.hours",
       "variable-missing: `contact.oh.hours` has no value in `profiles/one.yaml` | fill in `hours` of `oh` "
       "under "
       "`contacts` in `profiles/one.yaml`\n"},
      {"organisation.nmae",
       "variable-missing: no variable `organisation.nmae` | did you mean "
       "`organisation.name`?\n"},
      {"link.policy",
       "variable-missing: `link.policy` has no value in `profiles/one.yaml` | add `policy` under `links` in "
       "`profiles/one.yaml`\n"},
      {"room",
       "variable-missing: `room` has no value in `profiles/one.yaml` | give `room` a text in `en` under "
       "`variables` in "
       "`profiles/one.yaml`\n"},
  };
  for (const Row& row : rows) {
    OnePage one([&](ProgramBuilder& page) { page.html("<p>").variable(row.name).html("</p>"); });
    one.small.project.site.requires_.links = {"policy"};
    one.small.project.profiles[1].variables["room"].any = "room 1";
    one.run();
    CHECK(one.html() == "<p></p>");
    CHECK(list_of(one.page.diagnostics) == row.said);
    CHECK(one.page.diagnostics.all()[0].where == SourceRange{"content/en/a/page.md", {6, 2}, 9});
  }
}

TEST_CASE("tailoring: a drawing goes into the page itself, with its words or as a decoration") {
  const auto with_drawing = [](std::string alt) {
    OnePage one([&](ProgramBuilder& page) { page.image("content/media/desk.svg", alt); });
    one.small.project.pictures["content/media/desk.svg"] = {240, 160, "0 0 240 160",
                                                            "<rect class=\"ink\" width=\"9\"/>"};
    one.run();
    return one;
  };
  const OnePage said = with_drawing("A &quot;desk&quot;");
  CHECK(said.html() ==
        "<svg class=\"drawing\" role=\"img\" aria-label=\"A &quot;desk&quot;\" viewBox=\"0 0 240 160\" "
        "width=\"240\" "
        "height=\"160\" focusable=\"false\"><rect class=\"ink\" width=\"9\"/></svg>");
  CHECK(said.page.files.empty());  // the file itself is not in the bundle
  CHECK(with_drawing("").html().starts_with("<svg class=\"drawing\" aria-hidden=\"true\" viewBox="));
}

TEST_CASE("tailoring: a picture that stays a file says how much room it takes") {
  OnePage one([](ProgramBuilder& page) { page.image("content/media/desk.svg", "A desk"); });
  one.small.project.pictures["content/media/desk.svg"] = {640, 360, {}, {}};
  one.run();
  CHECK(one.html() ==
        "<img src=\"../../media/desk.svg\" alt=\"A desk\" width=\"640\" height=\"360\" loading=\"lazy\" "
        "decoding=\"async\">");
  CHECK(one.page.files == std::vector<std::string>{"content/media/desk.svg"});
}

TEST_CASE("tailoring: pictures point to where the file will be") {
  const OnePage one([](ProgramBuilder& page) { page.image("content/media/desk.svg", "A &quot;desk&quot;"); });
  CHECK(one.html() ==
        "<img src=\"../../media/desk.svg\" alt=\"A &quot;desk&quot;\" loading=\"lazy\" decoding=\"async\">");
  CHECK(one.page.files == std::vector<std::string>{"content/media/desk.svg"});
  SUBCASE("the overlay's file takes the place of the content's") {
    OnePage own([](ProgramBuilder& page) { page.image("content/media/desk.svg", "A desk"); });
    own.small.project.profiles[0].overlay = "profiles/one";
    own.small.project.files.push_back("profiles/one/media/desk.svg");
    own.run();
    CHECK(own.html() ==
          "<img src=\"../../media/desk.svg\" alt=\"A desk\" loading=\"lazy\" decoding=\"async\">");
    CHECK(own.page.files == std::vector<std::string>{"profiles/one/media/desk.svg"});
  }
  SUBCASE("one that is missing is named, with its neighbours") {
    const OnePage bad([](ProgramBuilder& page) { page.image("content/media/dsek.svg", "A desk"); });
    CHECK(bad.html().empty());
    CHECK(list_of(bad.page.diagnostics) ==
          "file-missing: no file `content/media/dsek.svg` | did you mean `desk.svg`?\n");
  }
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
  CHECK(one.page.footnotes[0] ==
        "<li id=\"fn-1\">\n<p>For all. <a href=\"#fnref-1\" class=\"footnote-backref\" "
        "role=\"doc-backlink\">&#8617;&#160;1"
        "</a> <a href=\"#fnref-1-2\" class=\"footnote-backref\" "
        "role=\"doc-backlink\">&#8617;&#160;1-2</a></p>\n</li>\n");
  CHECK(one.page.ids == std::vector<std::string>{"fn-1", "fnref-1", "fnref-1-2"});
}

TEST_CASE("tailoring: ids are known to links and unique") {
  const OnePage one([](ProgramBuilder& page) {
    page.heading(2, "talk", "Talk").html("<div id=\"corner\">").html("</div>\n").heading(2, "talk", "Talk");
  });
  CHECK(one.page.ids == std::vector<std::string>{"corner", "talk", "talk-2"});
  CHECK(list_of(one.page.diagnostics).empty());
  SUBCASE("two that the author chose are an error") {
    const OnePage two(
        [](ProgramBuilder& page) { page.heading(2, "talk", "A", true).heading(2, "talk", "B", true); });
    CHECK(list_of(two.page.diagnostics) ==
          "id-duplicate: `#talk` is twice on this page | give one of them another `{#name}`, or conditions "
          "that do not "
          "meet\n");
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
  CHECK(one.page.body[0].html == "<p>Before.</p>\n");
  CHECK(one.page.body[1].html == "<p>After.</p>\n");
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

TEST_CASE("tailoring: files that a component names are found beside its page and become addresses") {
  const int video = find_component("video");
  REQUIRE(video >= 0);
  const auto write = [&](ProgramBuilder& page) {
    page.component(video, [&] {
      Part root = page.part("video", [] {});
      root.attributes = {{"src", "../../media/desk.svg"}, {"title", "../../media/desk.svg"}};
      return root;
    });
  };
  const OnePage one([&](ProgramBuilder& page) { write(page); });
  REQUIRE(one.page.body.size() == 1);
  const TailoredPart& clip = one.page.body[0].component[0];
  CHECK(attribute(clip.attributes, "src") == "../../media/desk.svg");
  CHECK(attribute(clip.attributes, "title") == "../../media/desk.svg");
  CHECK(one.page.files == std::vector<std::string>{"content/media/desk.svg"});
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
  CHECK(one.page.outline[0].html == "What is work ability");
  CHECK(one.html() == "<h2 id=\"term\">What is [term]</h2>");
}
