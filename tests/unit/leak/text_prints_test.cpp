#include "leak/text_prints.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include "leak/fold_text.hpp"
#include "leak/phone_numbers.hpp"
#include "leak/phrase_finder.hpp"
#include "leak/print_set.hpp"
#include "text/extract_text.hpp"

using namespace tailorbird;

namespace {

/// Whether the prints of the file tell that the phrase, folded, may be in it.
bool may_hold(std::string_view path, std::string_view bytes, std::string_view phrase) {
  PrintSet set;
  set.add(prints_of_file(path, bytes));
  return set.may_have(prints_of_phrase(phrase));
}

}  // namespace

TEST_CASE("prints: a file may hold a phrase however the phrase is written") {
  struct Row {
    const char* path;
    const char* bytes;
    const char* phrase;
  };
  const Row rows[] = {
      {"en/a.html", "<p>Nobody needs to know your diagnosis.</p>", "Nobody needs to know your diagnosis."},
      {"en/a.html", "<p>Nobody&#32;needs to <b>k</b>now your DIAGNOSIS</p>", "nobody needs to know"},
      {"en/a.html",
       "<p>No\xC2\xAD"
       "body need\xCC\x81s</p>",
       "nobody needs"},
      {"en/a.html", "<img alt=\"Nobody needs to know\">", "nobody needs to know"},
      {"a.js", R"(["Nobody needs\u0020to know"])", "nobody needs to know"},
      {"a.ics", "SUMMARY:Nobody needs to kn\r\n ow your diagnosis\r\n",
       "nobody needs to know your diagnosis"},
      {"a.md", "Nobody **needs** to *kn*ow", "nobody needs to know"},
      {"en/nobody needs to know.png", "", "nobody needs to know"},
      {"a.html", "<p>with someNobody needs to know</p>", "nobody needs to know"},
      {"a.html", "<p>Ask Mira</p>", "mira"},
      {"a.html", "<p>Ask Jo Li first</p>", "jo li"},
      {"a.html", "<p>Ask Wendeline</p>", "wendeline"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(may_hold(row.path, row.bytes, fold_text(row.phrase)));
  }
}

TEST_CASE("prints: a number may be in a file in any spelling, and before other digits") {
  const std::string number = number_phrase("+31 20 123 45 67");
  for (const char* text : {"+31 (0)20 123 45 67", "tel:+31201234567", "020-1234567", "020/123.45.67 (89)"}) {
    CAPTURE(text);
    CHECK(may_hold("a.html", text, number));
  }
  CHECK_FALSE(may_hold("a.html", "020-1234568", number));
}

TEST_CASE("prints: what is not in a file is mostly known not to be in it") {
  const std::string_view file = "<p>Talk first. Nobody needs to know your diagnosis. Call Mira.</p>";
  for (const char* phrase : {"nobody needs to know your name", "talk last", "jo li", "wendeline aster"}) {
    CAPTURE(phrase);
    CHECK_FALSE(may_hold("en/a.html", file, phrase));
  }
}

TEST_CASE("prints: whatever a search finds, the prints do not deny") {
  std::mt19937 random(7);
  const auto roll = [&](std::size_t sides) { return random() % sides; };
  const std::vector<std::string> parts = {"a",     "Talk", " ",  "  ",   "\n<p>",  "</p>",
                                          "<b>",   "</b>", "é",  "know", "doctor", "first",
                                          "&#32;", "-",    ". ", "020",  "12345",  "67"};
  unsigned found = 0;
  for (unsigned round = 0; round < 300; ++round) {
    std::string bytes;
    for (unsigned count = 0; count < 60; ++count) bytes += parts[roll(parts.size())];
    const std::string plain = fold_text(extract_text(bytes).words);
    if (plain.empty()) continue;
    std::vector<std::string> phrases;
    for (unsigned count = 0; count < 40; ++count) {
      std::string phrase = fold_text(std::string_view(plain).substr(roll(plain.size()), 3 + roll(40)));
      const std::string number = number_phrase(phrase);
      phrases.push_back(number.empty() ? std::move(phrase) : number);
    }
    const PhraseFinder finder({phrases.begin(), phrases.end()});
    PrintSet set;
    set.add(prints_of_file("a.html", bytes));
    for (const std::uint32_t one : finder.find_in_blocks(bytes)) {
      ++found;
      CAPTURE(bytes);
      CAPTURE(phrases[one]);
      CHECK(set.may_have(prints_of_phrase(phrases[one])));
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("prints: those of a changed file and of the one before are all that the file has") {
  const std::string head = "<!DOCTYPE html>\n<title>Guidance " + std::string(300, 'h') + "</title>";
  const std::string old_part = "\n<main><p>Talk about work on the first day." + std::string(300, ' ');
  const std::string new_part = "\n<nav><p>Nobody has to talk on the last day." + std::string(300, ' ');
  const std::string before = head + old_part;
  const std::string now = before + new_part;
  PrintSet of_change;
  of_change.add(prints_of_changed_file("a.html", now, before));
  CHECK(of_change.may_have(prints_of_phrase("nobody has to talk on the last day")));
  CHECK_FALSE(of_change.may_have(prints_of_phrase("talk about work on the first day")));
  PrintSet both = of_change;
  both.add(prints_of_file("a.html", before));
  PrintSet all;
  all.add(prints_of_file("a.html", now));
  CHECK(both.text() == all.text());
}
