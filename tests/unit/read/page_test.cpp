#include <doctest/doctest.h>

#include "read/pages/front_matter.hpp"
#include "read/pages/pages.hpp"
#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("front matter: every key is read") {
  const PageRead read = read_page_text(R"(---
title: First talk
id: talk/first
summary: Ten minutes.
audience: manager hr
phase: [after]
order: -5
layout: start
minutes: 4
owner: hr
reviewed: 2026-11-02
review-in: 12 months
sources: [S2, S1]
core: true
locked: true
draft: false
translates: 0123456789abcdef
x-note: [anything, {goes: here}]
---
Text.
)");
  CHECK(said(read.diagnostics) == "");
  const FrontMatter& front = read.page.front;
  CHECK(front.title == "First talk");
  CHECK(front.title_at == Position{2, 8});
  CHECK(front.id == "talk/first");
  CHECK(front.summary == "Ten minutes.");
  CHECK(front.condition == Condition{false, {{0, 0b11}, {1, 0b10}}});
  CHECK(front.order == -5);
  CHECK(front.layout == "start");
  CHECK(front.layout_at == SourceRange{"content/en/talk.md", {8, 9}, 5});
  CHECK(front.minutes == 4);
  CHECK(front.owner == "hr");
  CHECK(front.reviewed == "2026-11-02");
  CHECK(front.review_in_days == 365);
  CHECK(front.sources == std::vector<std::string>{"S2", "S1"});
  CHECK(front.core);
  CHECK(front.locked);
  CHECK_FALSE(front.draft);
  CHECK(front.translates == "0123456789abcdef");
  CHECK(read.page.body == "Text.\n");
  CHECK(read.page.body_line == 20);
  CHECK(read.page.has_text);
  CHECK_FALSE(read.page.may_silence);
}

TEST_CASE("pages: what is said of a body that may be let go") {
  CHECK_FALSE(read_page_text("---\ntitle: Talk\n---\n \n").page.has_text);
  CHECK(read_page_text("---\ntitle: Talk\n---\n<!-- ignore heading-empty: why -->\n").page.may_silence);
  const PageRead one = read_page_text("---\ntitle: Talk\n---\nOne.\n");
  CHECK(one.page.front_sha256 == read_page_text("---\ntitle: Talk\n---\nTwo.\n").page.front_sha256);
  CHECK(one.page.front_sha256 != read_page_text("---\ntitle: Call\n---\nOne.\n").page.front_sha256);
  CHECK(markdown_in("---\ntitle: Talk\n---\nOne.\r\n") == one.page.body);
}

TEST_CASE("front matter: what is not said has its default") {
  const PageRead read = read_page_text("---\ntitle: Talk\n---\n");
  const FrontMatter& front = read.page.front;
  CHECK(front.id == "talk");
  CHECK(front.layout == "page");
  CHECK(front.layout_at.file.empty());
  CHECK(front.order == 1000);
  CHECK(front.condition.always());
  CHECK(read.usable);
}

TEST_CASE("front matter: it ends at the first line of three hyphens, with any line ends") {
  struct Row {
    std::string_view text;
    bool closed;
    std::string_view yaml;
    std::string_view body;
    std::uint32_t body_line;
  };
  const Row rows[] = {
      {"---\na: 1\n---\nText\n", true, "a: 1\n", "Text\n", 4},
      {"---\r\na: 1\r\n---\r\nText\r\n", true, "a: 1\r\n", "Text\r\n", 4},
      {"---\n---\n", true, "", "", 3},
      {"---\n---", true, "", "", 3},
      {"---  \na: 1\n--- \n\n---\n", true, "a: 1\n", "\n---\n", 4},
      {"---\na: 1\n----\n", false, "", "---\na: 1\n----\n", 1},
      {"Text\n---\n---\n", false, "", "Text\n---\n---\n", 1},
      {"", false, "", "", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const FrontMatterSplit cut = split_front_matter(row.text);
    CHECK(cut.closed == row.closed);
    CHECK(cut.yaml == row.yaml);
    CHECK(cut.body == row.body);
    CHECK(cut.body_line == row.body_line);
  }
}

TEST_CASE("pages: the body does not depend on the line ends of the editor, the hash does") {
  const PageRead unix_ends = read_page_text("---\ntitle: Talk\n---\none\ntwo\n");
  const PageRead windows = read_page_text("---\r\ntitle: Talk\r\n---\r\none\r\ntwo\r\n");
  CHECK(said(windows.diagnostics) == "");
  CHECK(windows.page.body == unix_ends.page.body);
  CHECK(windows.page.hash != unix_ends.page.hash);
}

TEST_CASE("pages: one whose readers cannot be known is for nobody") {
  for (const std::string_view text :
       {"---\ntitle: T\naudience: hrr\n---\n", "---\ntitle: T\naudiense: hr\n---\n",
        "---\ntitle: T\nfor-whom: hr\n---\n", "---\ntitle: T\naudience: no\n---\n",
        "---\ntitle: T\naudience:\n---\n", "---\ntitle: [\n---\n", "---\ntitle: T\n", "Text\n",
        "---\ntitle: T\n---\ncaf\xE9\n", "---\n- a\n---\n"}) {
    CAPTURE(text);
    const PageRead read = read_page_text(text);
    const Site site = small_site();
    CHECK_FALSE(read.usable);
    CHECK(read.diagnostics.has_errors());
    CHECK(decide(read.page.front.condition, site.everybody()) == Verdict::fails);
  }
}

TEST_CASE("pages: a mistake that has nothing to do with readers leaves the condition as it is") {
  const PageRead read = read_page_text("---\ntitle: T\naudience: hr\nsumary: x\norder: first\n---\n");
  CHECK(read.diagnostics.count(Severity::error) == 2);
  CHECK(read.usable);
  CHECK(read.page.front.condition == Condition{false, {{0, 0b10}}});
}

TEST_CASE("pages: a partial needs no front matter and takes no condition there") {
  const auto partial = [](std::string_view text) {
    return read_page({"content/en/_shared/note.md", std::string(text)}, {"en", "_shared/note.md", ""},
                     small_site());
  };
  SUBCASE("only text") {
    const PageRead read = partial("Call first.\n");
    CHECK(said(read.diagnostics) == "");
    CHECK(read.page.partial);
    CHECK(read.page.body == "Call first.\n");
    CHECK(read.page.body_line == 1);
  }
  SUBCASE("notes for its owner") {
    const PageRead read = partial("---\nowner: hr\n---\nCall first.\n");
    CHECK(said(read.diagnostics) == "");
    CHECK(read.page.front.owner == "hr");
    CHECK(read.page.body_line == 4);
  }
  SUBCASE("a condition") {
    CHECK(partial("---\naudience: hr\n---\nCall first.\n").page.body == "");
    CHECK(
        said(partial("---\naudience: hr\n---\nCall first.\n").diagnostics) ==
        R"(content/en/_shared/note.md:2:1: error[partial-condition]: `audience` in the front matter of a partial
  why: A partial has no readers of its own: it goes wherever it is included.
  fix: Remove the line and put the text in `::: {.only …}` instead.
)");
  }
}

TEST_CASE("pages: a folder or name that begins with _ makes a partial") {
  CHECK(is_partial_path("_note.md"));
  CHECK(is_partial_path("_shared/note.md"));
  CHECK(is_partial_path("a/_b/c.md"));
  CHECK_FALSE(is_partial_path("a/b.md"));
}

}  // namespace
