// What the guard keeps of a build for the next one.

#include <doctest/doctest.h>
#include <ostream>

#include "base/hash.hpp"
#include "support/guarded_bundle.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("guard: a file that waited until it could be searched is recorded like any other") {
  Guarded guarded;
  const std::map<std::string, std::string> nothing;
  const PhrasesOfBuild phrases(nothing);
  guarded.guard->remember(phrases, nullptr);
  const std::string page = "<p>Welcome.</p>";
  guarded.guard->inspect("en", "en/clean.html", page);
  guarded.guard->inspect("en", "en/other.html", "<p>" + std::string(secret) + "</p>");
  REQUIRE(guarded.guard->open(1));
  CHECK(guarded.guard->take_search().files ==
        SearchedFiles::key_of("en", "en/clean.html", page.size(), sha256_hex(page)));
  CHECK_FALSE(guarded.guard->take_findings().all().empty());
}

TEST_CASE("guard: what the last build found nothing in is searched only for what is secret since") {
  const std::string page = "<p>" + std::string(secret) + "</p>";
  Guarded guarded;
  const std::map<std::string, std::string> nothing;
  const PhrasesOfBuild first(nothing);
  guarded.guard->remember(first, nullptr);
  REQUIRE(guarded.guard->open(1));
  guarded.guard->inspect("en", "en/clean.html", "<p>Welcome.</p>");
  guarded.guard->inspect("en", "en/other.html", page);
  KeptSearch kept = guarded.guard->take_search();
  const auto key_of = [](std::string_view path, std::string_view bytes) {
    return SearchedFiles::key_of("en", path, bytes.size(), sha256_hex(bytes));
  };
  const auto key = [&](std::string_view path) { return key_of(path, page); };
  CHECK(kept.files == key_of("en/clean.html", "<p>Welcome.</p>"));
  CHECK(kept.prints.empty());  // of the first build
  CHECK_FALSE(kept.has_all_prints);

  // As if that page had been found clean: whether it is searched again can then be seen.
  kept.files = key("en/page.html");
  std::map<std::string, std::string> hashes;
  for (const std::string language : {"en", "nl"})
    hashes[language] = first.of(language, guarded.tools->leak_index(language)).hashes();
  const PhrasesOfBuild second(hashes);
  const auto found = [&](std::string_view path, std::string_view bytes) {
    guarded.renew();
    guarded.guard->remember(second, &kept);
    return guarded.found(path, bytes);
  };
  CHECK(found("en/page.html", page).empty());
  CHECK_FALSE(found("en/page.html", page + " ").empty());
  CHECK_FALSE(found("en/elsewhere.html", page).empty());
  SUBCASE("a phrase that was not looked for") {
    kept.marks["en"].assign(kept.marks["en"].size(), '0');
    CHECK_FALSE(found("en/page.html", page).empty());
  }
  SUBCASE("marks that are none") {
    kept.marks["en"].pop_back();
    CHECK_FALSE(found("en/page.html", page).empty());
  }
  SUBCASE("prints tell what need not be searched for") {
    kept.marks["en"].assign(kept.marks["en"].size(), '0');
    kept.has_all_prints = true;
    const auto with_prints_of = [&](std::string_view bytes) {
      PrintSet set;
      set.add(prints_of_file("en/page.html", bytes));
      kept.prints = set.text();
    };
    with_prints_of("<p>Welcome.</p>");  // as no build would have them: the page is searched no more
    CHECK(found("en/page.html", page).empty());
    CHECK_FALSE(found("en/elsewhere.html", page).empty());
    with_prints_of(page);
    CHECK_FALSE(found("en/page.html", page).empty());
    with_prints_of("<p>Welcome.</p>");
    kept.has_all_prints = false;
    CHECK_FALSE(found("en/page.html", page).empty());
  }
  SUBCASE("a build over another one has the prints of what it searched, and of what was searched before") {
    guarded.renew();
    guarded.guard->remember(second, &kept);
    REQUIRE(guarded.guard->open(1));
    guarded.guard->inspect("en", "en/clean.html", "<p>Welcome to all of you.</p>");
    const KeptSearch next = guarded.guard->take_search();
    CHECK(next.has_all_prints);
    guarded.renew();
    guarded.guard->remember(second, &next);
    REQUIRE(guarded.guard->open(1));
    guarded.guard->inspect("en", "en/other.html", "<p>Goodbye to them.</p>");
    const auto prints = PrintSet::read(guarded.guard->take_search().prints);
    REQUIRE(prints);
    CHECK(prints->may_have(prints_of_phrase("welcome to all of you")));
    CHECK(prints->may_have(prints_of_phrase("goodbye to them")));
    CHECK_FALSE(prints->may_have(prints_of_phrase("welcome to nobody")));
  }
}

namespace {

/// A document of a whole edition: the size lets it count as one.
std::string whole_edition(const std::string& first, const std::string& second) {
  return "<!DOCTYPE html>\n<title>All</title>" + std::string(300000, ' ') + "\n<main><p>" + first + "</p>" +
         std::string(300, ' ') + "\n<nav><p>" + second + "</p>" + std::string(300, ' ');
}

}  // namespace

TEST_CASE(
    "guard: of a document in which the last build found nothing, only pieces that are new are searched") {
  const std::string planted(secret);
  const std::string path = "one-managers-en.html";
  std::string before = whole_edition(planted, "Welcome.");  // as no build would have found it clean
  Guarded guarded;
  const std::map<std::string, std::string> nothing;
  const PhrasesOfBuild first(nothing);
  guarded.guard->remember(first, nullptr);
  REQUIRE(guarded.guard->open(1));
  KeptSearch kept = guarded.guard->take_search();
  kept.files = SearchedFiles::key_of("en", path, before.size(), sha256_hex(before));
  std::map<std::string, std::string> hashes;
  for (const std::string language : {"en", "nl"})
    hashes[language] = first.of(language, guarded.tools->leak_index(language)).hashes();
  const PhrasesOfBuild second(hashes);
  const auto found = [&](const std::string& now) {
    guarded.renew();
    guarded.guard->remember(second, &kept, true, [&](const std::string& asked) -> std::optional<HashedBytes> {
      if (asked != path) return std::nullopt;
      return HashedBytes(before);
    });
    return guarded.found(path, now);
  };
  const std::string changed = whole_edition(planted, "Welcome to all of you.");
  CHECK(found(changed).empty());
  CHECK_FALSE(found(whole_edition("Welcome.", planted)).empty());
  SUBCASE("half of a sentence stood there before") {
    before = whole_edition("Employees alone may", "Welcome.");
    kept.files = SearchedFiles::key_of("en", path, before.size(), sha256_hex(before));
    CHECK_FALSE(found(whole_edition("Employees alone may</p>\n<p>read this sentence.", "Welcome.")).empty());
  }
  SUBCASE("what the output has now is not what was searched then") {
    before += " ";
    CHECK_FALSE(found(changed).empty());
  }
  SUBCASE("it was not searched for that phrase") {
    kept.marks["en"].assign(kept.marks["en"].size(), '0');
    CHECK_FALSE(found(changed).empty());
  }
  SUBCASE("it was another edition's") {
    kept.files = SearchedFiles::key_of("nl", path, before.size(), sha256_hex(before));
    CHECK_FALSE(found(changed).empty());
  }
}
