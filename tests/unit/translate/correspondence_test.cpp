#include "translate/correspondence.hpp"

#include <doctest/doctest.h>

#include "check/translation_mark.hpp"
#include "translate_support.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// A source now, its translation, and the source that the translation was made from.
struct Case {
  std::string now;
  std::string before;
  std::string translation;
  bool has_milestone = true;
};

std::string bytes_of(const std::string& body, const std::string& mark = "") {
  return "---\ntitle: T\n" + (mark.empty() ? "" : "translates: \"" + mark + "\"\n") + "---\n" + body;
}

Correspondence compared(const Case& one) {
  const Page before = page_in("en", bytes_of(one.before));
  const Page source = page_in("en", bytes_of(one.now));
  const std::string mark = translation_mark(before);
  const std::string bytes = bytes_of(one.translation, mark);
  const Page translation = page_in("nl", bytes);
  Milestone milestone{mark, {}};
  const std::vector<TextSegment> source_before = segments_in(bytes_of(one.before));
  const std::vector<TextSegment> translated = segments_of(translation, bytes, site());
  milestone.texts =
      milestone_texts(source_before, translated, sources_by_structure(source_before, translated));
  return correspondence({&source, &translation, translation.file, false}, bytes_of(one.now), bytes,
                        one.has_milestone ? &milestone : nullptr, site());
}

/// "text=translation" for each text of the body; ~ when stale, ! when missing, - when it is left out.
std::string listed(const Correspondence& both) {
  std::string text;
  for (const SegmentPair& pair : both.pairs) {
    if (both.source[pair.source].in_front_matter()) continue;
    text += both.source[pair.source].text;
    text += "=~!-"[static_cast<std::size_t>(pair.state)];
    if (pair.translation) text += both.translation[*pair.translation].text;
    text += " ";
  }
  return text;
}

}  // namespace

TEST_CASE("correspondence: text by text when nothing has changed") {
  CHECK(listed(compared({"a\n\nb\n", "a\n\nb\n", "x\n\ny\n"})) == "a=x b=y ");
}

TEST_CASE("correspondence: with the texts of before, only what has changed is stale") {
  const Correspondence both = compared({"a\n\nnew\n\nB\n\nc\n\n- d\n", "a\n\nb\n\nc\n", "x\n\ny\n\nz\n"});
  CHECK(listed(both) == "a=x new~y B! c=z d! ");
  CHECK(both.changes_known);
  CHECK_FALSE(both.same_structure);
}

TEST_CASE("correspondence: a text that is gone leaves its translation alone") {
  const Correspondence both = compared({"a\n\nc\n", "a\n\nb\n\nc\n", "x\n\ny\n\nz\n"});
  CHECK(listed(both) == "a=x c=z ");
  REQUIRE(both.others.size() == 1);
  CHECK(both.translation[both.others[0]].text == "y");
}

TEST_CASE("correspondence: without them all is stale, and structure tells what is what") {
  const Correspondence both = compared({"a\n\n- b\n\nC\n", "a\n\n- b\n\nc\n", "x\n\nz\n", false});
  CHECK(listed(both) == "a~x b! C~z ");
  CHECK_FALSE(both.changes_known);
}

TEST_CASE("correspondence: what a translation leaves out is known, and only what has changed is stale") {
  const std::string before = "one two three four\n\nfive\n\nsix seven eight\n\nnine\n";
  const std::string translation = "een twee drie vier\n\nzes zeven acht\n\nnegen\n";
  CHECK(listed(compared({before, before, translation})) ==
        "one two three four=een twee drie vier five- six seven eight=zes zeven acht nine=negen ");
  const Correspondence both =
      compared({"one two three four\n\nfive\n\nsix seven eight\n\nten\n\nmore\n", before, translation});
  CHECK(listed(both) ==
        "one two three four=een twee drie vier five- six seven eight=zes zeven acht ten~negen more! ");
  CHECK(both.changes_known);
}

TEST_CASE("correspondence: a text that was left out and has changed is new") {
  CHECK(listed(compared({"a a a a a a\n\nB\n", "a a a a a a\n\nb\n", "x x x x x x\n"})) ==
        "a a a a a a=x x x x x x B! ");
}

TEST_CASE("correspondence: a text of the translation's own is neither stale nor anybody's translation") {
  const std::string own = "x\n\n- own\n\ny\n";
  const Correspondence both = compared({"a\n\nB\n", "a\n\nb\n", own});
  CHECK(listed(both) == "a=x B~y ");
  REQUIRE(both.own.size() == 1);
  CHECK(both.translation[both.own[0]].text == "own");
}

TEST_CASE("correspondence: a text for other readers is another text") {
  const Correspondence both =
      compared({"::: {.only audience=\"hr\"}\na\n:::\n", "::: {.only audience=\"hr\"}\na\n:::\n",
                "::: {.only audience=\"manager\"}\nx\n:::\n"});
  CHECK(listed(both) == "a- ");
  CHECK_FALSE(both.same_structure);
}
