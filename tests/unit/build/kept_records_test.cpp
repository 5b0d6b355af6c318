#include "build/kept_records.hpp"

#include <doctest/doctest.h>

#include "build/sealed_file.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

const std::map<std::string, std::string> phrases = {{"en", "0123"}};

KeptBundle bundle(std::size_t pages, std::string prints) {
  KeptBundle kept;
  kept.inputs = "inputs";
  kept.pages = pages;
  kept.packages = {{"a/b/site", {"a/b/site"}, {{"a/b/site/index.html", 3, "hash"}}}};
  kept.search.files = "keys";
  kept.search.prints = std::move(prints);
  return kept;
}

/// Nothing when the records cannot be written.
std::optional<std::string> text_of(const KeptRecords& records) {
  std::string text;
  const bool good = records.write(phrases, [&text](std::string_view piece) { text += piece; });
  return good ? std::optional(text) : std::nullopt;
}

}  // namespace

TEST_CASE("kept records: what was recorded is read, whatever came first, with prints that are no text") {
  KeptRecords records;
  records.add("b/two", bundle(2, std::string("\n\0\xff", 3)));
  records.add("a/one", bundle(1, ""));
  records.add("c/three", bundle(3, std::string(3'000'000, '}')));  // more than stays in memory
  const std::optional<std::string> text = text_of(records);
  REQUIRE(text);
  const std::optional<KeptBundles> read = read_kept_bundles(*text);
  REQUIRE(read);
  CHECK(read->phrases == phrases);
  REQUIRE(read->bundles.size() == 3);
  CHECK(read->bundles.at("a/one").pages == 1);
  CHECK(read->bundles.at("b/two").search.prints == std::string("\n\0\xff", 3));
  CHECK(read->bundles.at("c/three").search.prints == std::string(3'000'000, '}'));
  CHECK(read->bundles.at("c/three").packages.at(0).files == bundle(3, "").packages.at(0).files);
}

TEST_CASE("kept records: a build without bundles has some too") {
  const std::optional<std::string> text = text_of({});
  REQUIRE(text);
  const std::optional<KeptBundles> read = read_kept_bundles(*text);
  REQUIRE(read);
  CHECK(read->bundles.empty());
}

TEST_CASE("kept records: with a name that is not UTF-8 nothing is kept") {
  KeptRecords records;
  KeptBundle strange = bundle(1, "");
  strange.packages[0].files[0].path = "\xff";
  records.add("a/one", strange);
  records.add("b/two", bundle(2, ""));
  CHECK_FALSE(text_of(records));
}

TEST_CASE("sealed file: it is believed as it was written, and not when it was changed or cut off") {
  const TempDir dir;
  SealedFile file(dir.path() / "file");
  file.add("one");
  file.add("two");
  REQUIRE(file.finish());
  std::string bytes = *read_file(dir.path() / "file");
  CHECK(unsealed(bytes) == "onetwo");
  CHECK_FALSE(unsealed(std::string_view(bytes).substr(0, bytes.size() - 1)));
  bytes[bytes.find("two")] = 'T';
  CHECK_FALSE(unsealed(bytes));
  CHECK_FALSE(unsealed(""));
}

TEST_CASE("sealed file: where it cannot be written, that is told") {
  const TempDir dir;
  SealedFile file(dir.path());
  file.add("one");
  CHECK_FALSE(file.finish());
}
