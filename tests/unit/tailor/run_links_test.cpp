// What a page leads to or takes from elsewhere: other pages, variables, pictures, files.

#include <doctest/doctest.h>

#include "one_page.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("tailoring: nothing from an address, a title or words can end its attribute or its element") {
  const OnePage one([](ProgramBuilder& page) {
    page.link(LinkUse::Kind::outside, "https://x.org/'onclick='alert(1)'&\"", "<b>", {}, "a\" onclick=\"x");
    page.image("content/media/desk.svg", "\" onerror=\"x");
  });
  CHECK(one.html() ==
        "<a href=\"https://x.org/&#x27;onclick=&#x27;alert(1)&#x27;&amp;&quot;\" "
        "title=\"a&quot; onclick=&quot;x\" class=\"outside\" rel=\"external noopener\">&lt;b&gt;</a>"
        "<img src=\"../../media/desk.svg\" alt=\"&quot; onerror=&quot;x\" loading=\"lazy\" "
        "decoding=\"async\"/>");
}

TEST_CASE("tailoring: links are relative and checked in this edition") {
  using Kind = LinkUse::Kind;
  const OnePage one([](ProgramBuilder& page) {
    page.link(Kind::page, "b/other.md", "other", "top").html(" ");
    page.link(Kind::fragment, "", "here", "talk").html(" ");
    page.link(Kind::outside, "https://example.org/?a=1&b=2", "out").html(" ");
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

TEST_CASE("tailoring: the way to the page that was meant begins at the file that holds the link") {
  OnePage one([](ProgramBuilder& page) { page.include("_shared/note.md"); });
  ProgramBuilder note("content/en/_shared/note.md");
  note.link(LinkUse::Kind::page, "_shared/other.md", "words");
  one.small.programs[0] = note.done();
  one.run();
  CHECK(list_of(one.page.diagnostics) ==
        "link-target-missing: no page `_shared/other.md` | did you mean `../b/other.md`?\n");
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
  const OnePage said = with_drawing("A \"desk\"");
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
        "decoding=\"async\"/>");
  CHECK(one.page.files == std::vector<std::string>{"content/media/desk.svg"});
}

TEST_CASE("tailoring: pictures point to where the file will be") {
  const OnePage one([](ProgramBuilder& page) { page.image("content/media/desk.svg", "A \"desk\""); });
  CHECK(one.html() ==
        "<img src=\"../../media/desk.svg\" alt=\"A &quot;desk&quot;\" loading=\"lazy\" decoding=\"async\"/>");
  CHECK(one.page.files == std::vector<std::string>{"content/media/desk.svg"});
  SUBCASE("the overlay's file takes the place of the content's") {
    OnePage own([](ProgramBuilder& page) { page.image("content/media/desk.svg", "A desk"); });
    own.small.project.profiles[0].overlay = "profiles/one";
    own.small.project.files.push_back("profiles/one/media/desk.svg");
    own.run();
    CHECK(own.html() ==
          "<img src=\"../../media/desk.svg\" alt=\"A desk\" loading=\"lazy\" decoding=\"async\"/>");
    CHECK(own.page.files == std::vector<std::string>{"profiles/one/media/desk.svg"});
  }
  SUBCASE("one that is missing is named, with its neighbours") {
    const OnePage bad([](ProgramBuilder& page) { page.image("content/media/dsek.svg", "A desk"); });
    CHECK(bad.html().empty());
    CHECK(list_of(bad.page.diagnostics) ==
          "file-missing: no file `content/media/dsek.svg` | did you mean `content/media/desk.svg`?\n");
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
