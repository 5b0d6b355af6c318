#include "leak/new_phrases.hpp"

#include <doctest/doctest.h>

#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// A page with a text for employees, before and after another one was added; the scanner is that of
/// one/managers/en.
struct Grown {
  SmallProject before = project_with({"Tell your doctor about the delay first."});
  SmallProject after =
      project_with({"Tell your doctor about the delay first.", "Nobody needs to know your diagnosis."});
  Edition edition = after.edition("one/managers/en");
  LeakIndex index = LeakIndex(after.project, after.program_of(), "en", std::vector{&std::as_const(edition)});
  LeakScanner scanner = LeakScanner(edition, index);

  static SmallProject project_with(const std::vector<std::string>& texts) {
    SmallProject small;
    ProgramBuilder builder("content/en/a.md");
    builder.paragraph("Words for everybody who reads this.");
    for (const std::string& text : texts)
      builder.only(only(audience, employee), [&] { builder.paragraph(text); });
    small.add("a.md", "A page", builder);
    return small;
  }

  std::string hashes_before() {
    const Edition old = before.edition("one/managers/en");
    return phrase_hashes(LeakIndex(before.project, before.program_of(), "en", std::vector{&old}));
  }
};

}  // namespace

TEST_CASE("new phrases: only what came since is looked for, in whatever form it is written") {
  Grown grown;
  const NewPhrases phrases(grown.index, grown.hashes_before());
  CHECK_FALSE(phrases.empty());
  CHECK(phrases.concern(grown.scanner));
  const auto in = [&](std::string_view path, std::string_view bytes) {
    return phrases.are_in(path, bytes, grown.scanner);
  };
  CHECK(in("en/a.html", "<p>Nobody needs to know your diagnosis.</p>"));
  CHECK(in("en/a.html", "<p>Nobody&#32;needs to <b>know</b> your DIAGNOSIS</p>"));
  CHECK(in("assets/a.js", R"(["Nobody needs\u0020to know your diagnosis"])"));
  CHECK(in("a.ics", "SUMMARY:Nobody needs to kn\r\n ow your diagnosis\r\n"));
  CHECK(in("en/nobody needs to know your diagnosis.png", ""));
  CHECK_FALSE(in("en/a.html", "<p>Tell your doctor about the delay first.</p>"));
  CHECK_FALSE(in("en/a.html", "<p>Words for everybody who reads this.</p>"));
}

TEST_CASE("new phrases: what the edition may show is none") {
  Grown grown;
  const Edition employees = grown.after.edition("two/employees/en");
  const LeakScanner scanner(employees, grown.index);
  const NewPhrases phrases(grown.index, grown.hashes_before());
  CHECK_FALSE(phrases.are_in("en/a.html", "<p>Nobody needs to know your diagnosis.</p>", scanner));
}

TEST_CASE("new phrases: of the same texts there are none") {
  Grown grown;
  CHECK(NewPhrases(grown.index, phrase_hashes(grown.index)).empty());
  CHECK_FALSE(NewPhrases(grown.index, "").empty());
}
