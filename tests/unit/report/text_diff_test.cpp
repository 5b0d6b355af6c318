#include "report/text_diff.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/strings.hpp"

using namespace tailorbird;

namespace {

/// "=ab -c +d": what stays, what goes, what comes.
std::string script(std::string_view before, std::string_view after) {
  const auto a = words(before);
  const auto b = words(after);
  std::string text;
  for (const DiffRun& one : compare(a, b)) {
    if (one.same) text += "=";
    for (std::size_t index = 0; index < one.before_count; ++index)
      text += (one.same ? "" : "-") + std::string(a[one.before + index]);
    for (std::size_t index = 0; !one.same && index < one.after_count; ++index)
      text += "+" + std::string(b[one.after + index]);
    text += " ";
  }
  return text;
}

}  // namespace

TEST_CASE("compare: what both have stays, the rest goes or comes") {
  CHECK(script("a b c", "a b c") == "=abc ");
  CHECK(script("a b c", "a c") == "=a -b =c ");
  CHECK(script("a c", "a b c") == "=a +b =c ");
  CHECK(script("a b c", "a x c") == "=a -b+x =c ");
  CHECK(script("", "a") == "+a ");
  CHECK(script("a", "") == "-a ");
  CHECK(script("", "").empty());
  CHECK(script("a b a b", "b a b a") == "-a =bab +a ");
}

TEST_CASE("compare: lists too long to compare differ between their equal ends") {
  std::string before = "start";
  std::string after = "start";
  for (int index = 0; index < 3000; ++index) {
    before += fmt::format(" a{}", index);
    after += fmt::format(" b{}", index);
  }
  before += " end";
  after += " end";
  const auto a = words(before);
  const auto b = words(after);
  const std::vector<DiffRun> runs = compare(a, b);
  REQUIRE(runs.size() == 3);
  CHECK(runs[1].before_count == 3000);
  CHECK(runs[2].same);
}

TEST_CASE("mark_words: differing words are marked, and nothing else is HTML") {
  const MarkedTexts marked = mark_words("Find a <b>quiet room.", "Find a <b>room with a door.");
  CHECK(marked.before == "Find a <del>&lt;b&gt;quiet room.</del>");
  CHECK(marked.after == "Find a <ins>&lt;b&gt;room with a door.</ins>");
  CHECK(mark_words("same", "same").after == "same");
}
