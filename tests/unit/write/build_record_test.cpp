#include "write/build_record.hpp"

#include <doctest/doctest.h>

#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

BuildRecord sample() {
  BuildRecord record{"tailorbird 1.0", "0123456789ab", {}};
  record.entries["meander/managers/site"] = {
      {"en", "nl"},
      2,
      "0123456789ab",
      {{"meander/managers/site/en/index.html", 12, "aa"}, {"meander/managers/x.zip", 3, "bb"}}};
  return record;
}

}  // namespace

TEST_CASE("build.json: sorted keys, no time stamps") {
  CHECK(build_record_text(sample()) == R"({
 "bundles": {
  "meander/managers/site": {
   "files": {
    "meander/managers/site/en/index.html": {"sha256": "aa", "size": 12},
    "meander/managers/x.zip": {"sha256": "bb", "size": 3}
   },
   "languages": ["en","nl"],
   "pages": 2,
   "revision": "0123456789ab"
  }
 },
 "revision": "0123456789ab",
 "tool": "tailorbird 1.0"
}
)");
}

TEST_CASE("build.json: what was written is read back") {
  const TempDir dir;
  dir.write("build.json", build_record_text(sample()));
  const Result<BuildRecord> record = read_build_record(dir.path());
  REQUIRE(record);
  CHECK((*record == sample()));
}

TEST_CASE("build.json: a folder without one has an empty record") {
  const TempDir dir;
  const Result<BuildRecord> record = read_build_record(dir.path());
  REQUIRE(record);
  CHECK((*record == BuildRecord{}));
}

TEST_CASE("build.json: one that is damaged is not guessed at") {
  const TempDir dir;
  for (const std::string text : {"", "{", "[]", "{}", R"({"bundles": [], "revision": "", "tool": ""})",
                                 R"({"bundles": {"a": {}}, "revision": "", "tool": ""})"}) {
    CAPTURE(text);
    dir.write("build.json", text);
    const Result<BuildRecord> record = read_build_record(dir.path());
    REQUIRE_FALSE(record);
    CHECK(record.error().message ==
          "cannot understand " + (dir.path() / "build.json").string() +
              ": it is damaged or from another version; move it away and run the command again");
  }
}

TEST_CASE("build.json: while files are being replaced it says that it is not complete") {
  const TempDir dir;
  BuildRecord record = sample();
  record.complete = false;
  dir.write("build.json", build_record_text(record));
  CHECK(dir.read("build.json").find("\"complete\": false") != std::string::npos);
  const Result<BuildRecord> read = read_build_record(dir.path());
  REQUIRE(read);
  CHECK(*read == record);
}
