#include "build/silenced.hpp"

#include <doctest/doctest.h>

#include "support/small_project.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// A page of the small project on disk, with one finding of `code` in line 3.
struct Case {
  explicit Case(const std::string& text, std::string_view code = "sentence-too-long") {
    dir.write("content/en/a.md", text);
    Page page;
    page.language = "en";
    page.path = "a.md";
    page.file = "content/en/a.md";
    page.body = text;
    page.may_silence = text.find(ignore_mark) != std::string::npos;
    project.pages.push_back(page);
    found.add(code, {page.file, {3, 1}, 5}, "finding");
  }
  std::string left(bool whole_run = true) {
    silence_findings(disk(), dir.path(), project, whole_run, found);
    return list_of(found);
  }

  TempDir dir;
  Project project;
  Diagnostics found;
};

}  // namespace

TEST_CASE("silenced: a comment with a reason takes out findings of the text below it") {
  CHECK(Case("<!-- ignore sentence-too-long: the words of the law -->\n\nWords.\n").left().empty());
  CHECK(Case("<!-- ignore sentence-too-long: the words of the law -->\nWords,\nmore of them.\n")
            .left()
            .empty());
  CHECK(Case("Words.\n\nWords.\n").left() == "sentence-too-long: finding\n");
}

TEST_CASE("silenced: what stands after a blank line is not meant") {
  CHECK(Case("Words.\n\nWords.\n\n<!-- ignore sentence-too-long: law -->\n\nMore.\n").left() ==
        "sentence-too-long: finding\nignore-unused: this comment ignores `sentence-too-long`, and there is "
        "none here\n");
}

TEST_CASE("silenced: in YAML and front matter a comment is about its line, or the one below it") {
  CHECK(Case("---\ntitle: A\nsummary: B  # ignore review-due: done in May\n---\n", "review-due")
            .left()
            .empty());
  CHECK(Case("---\n# ignore review-due: done in May\ntitle: A\n---\n", "review-due").left().empty());
}

TEST_CASE("silenced: a comment needs a code that can be lowered, and a reason") {
  CHECK(Case("<!-- ignore sentence-to-long: law -->\n\nWords.\n").left() ==
        "sentence-too-long: finding\n"
        "unknown-check: there is no code `sentence-to-long` | did you mean `sentence-too-long`?\n");
  CHECK(Case("<!-- ignore sentence-too-long -->\n\nWords.\n").left() ==
        "sentence-too-long: finding\n"
        "ignore-without-reason: this comment does not say why `sentence-too-long` can be ignored here\n");
  CHECK(Case("<!-- ignore text-leaked: it is fine -->\n\nWords.\n", "text-leaked").left() ==
        "text-leaked: finding\ncheck-cannot-be-lowered: `text-leaked` stays as it is\n");
}

TEST_CASE("silenced: whether a comment is still needed only a run of everything can tell") {
  CHECK(Case("<!-- ignore page-empty: x -->\n\nWords.\n").left(false) == "sentence-too-long: finding\n");
}

TEST_CASE("silenced: a comment that is shown as code is none") {
  CHECK(Case("```\n<!-- ignore sentence-too-long: law -->\nWords.\n```\n").left() ==
        "sentence-too-long: finding\n");
}
