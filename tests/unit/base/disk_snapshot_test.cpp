#include "base/disk_snapshot.hpp"

#include <doctest/doctest.h>
#include <ostream>
#include <set>

#include "base/hash.hpp"
#include "base/recorded_disk.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

constexpr std::int64_t second = 1'000'000'000;

/// What was read of a folder with one file, kept a minute later.
DiskSnapshot snapshot_of(const TempDir& dir) {
  dir.write("in/page.md", "words");
  const RecordedDisk disk;
  REQUIRE(disk.list(dir.path() / "in"));
  REQUIRE(disk.read(dir.path() / "in/page.md", largest_file));
  REQUIRE(disk.stat(dir.path() / "none"));
  const std::optional<DiskSnapshot> seen = disk.seen();
  REQUIRE(seen);
  const std::int64_t now = coarse_clock();
  std::optional<DiskSnapshot> kept = settled(*seen, now, now + 60 * second);
  REQUIRE(kept);
  return std::move(*kept);
}

}  // namespace

TEST_CASE("disk snapshot: it holds until something comes, goes or changes") {
  const TempDir dir;
  const DiskSnapshot snapshot = snapshot_of(dir);
  CHECK(still_holds(snapshot));
  SUBCASE("another text of the same length") { dir.write("in/page.md", "sword"); }
  SUBCASE("a longer text") { dir.write("in/page.md", "words and words"); }
  SUBCASE("the file is gone") { fs::remove(dir.path() / "in/page.md"); }
  SUBCASE("a folder in its place") {
    fs::remove(dir.path() / "in/page.md");
    fs::create_directory(dir.path() / "in/page.md");
  }
  SUBCASE("a new file") { dir.write("in/other.md", ""); }
  SUBCASE("what was not there") { dir.write("none", ""); }
  CHECK_FALSE(still_holds(snapshot));
}

TEST_CASE("disk snapshot: the same bytes and names again are no change, and neither is a hidden file") {
  const TempDir dir;
  const DiskSnapshot snapshot = snapshot_of(dir);
  fs::remove(dir.path() / "in/page.md");
  dir.write("in/page.md", "words");
  dir.write("in/.page.md.swp", "of an editor");
  CHECK(still_holds(snapshot));
}

TEST_CASE("disk snapshot: what changed right before or after it was read is read again") {
  const TempDir dir;
  dir.write("page.md", "words");
  const RecordedDisk disk;
  REQUIRE(disk.read(dir.path() / "page.md", largest_file));
  DiskSnapshot seen = *disk.seen();
  const std::int64_t now = coarse_clock();
  REQUIRE(settled(seen, now, now + second));
  dir.write("page.md", "sword");
  seen.files.front().state = *state_of(seen.files.front().path, Links::follow);  // as if within one step
  CHECK_FALSE(settled(seen, now, now + second));
  CHECK(settled(seen, now + 60 * second, now + 90 * second));  // old: the state is believed
}

TEST_CASE("disk snapshot: nothing is kept of what may still change within the same step of the clock") {
  const TempDir dir;
  dir.write("page.md", "words");
  const RecordedDisk disk;
  REQUIRE(disk.read(dir.path() / "page.md", largest_file));
  const DiskSnapshot seen = *disk.seen();
  CHECK_FALSE(settled(seen, 0, seen.files.front().state.changed));
}

TEST_CASE("known folders: a folder and those below it, hidden ones too, but no links to folders") {
  const TempDir dir;
  dir.write("out/a/b/page.html", "words");
  dir.write("out/.hidden/file", "words");
  dir.write("elsewhere/file", "words");
  std::filesystem::create_directory_symlink(dir.path() / "elsewhere", dir.path() / "out/a/link");
  const std::string out = (dir.path() / "out").string();
  const std::optional<std::vector<KnownFolder>> known = known_folders(Side::output, out);
  REQUIRE(known);
  std::set<std::string> paths;
  for (const KnownFolder& folder : *known) {
    paths.insert(folder.path.substr(out.size()));
    CHECK(folder.names == known_folder(Side::output, folder.path)->names);
  }
  CHECK(paths == std::set<std::string>{"", "/.hidden", "/a", "/a/b"});
  CHECK_FALSE(known_folders(Side::output, out + "/none"));
}

TEST_CASE("disk snapshot: as text it is the same") {
  const TempDir dir;
  dir.write("in/with spaces  .md", "");
  const DiskSnapshot snapshot = snapshot_of(dir);
  const std::optional<std::string> text = snapshot_text(snapshot);
  REQUIRE(text);
  const std::optional<DiskSnapshot> read = read_snapshot(*text);
  REQUIRE(read);
  CHECK(still_holds(*read));
  CHECK(snapshot_text(*read) == text);
  for (const std::string bad : {"file i 1\n", "nothing\n", "kind 1 2 a", "file x 1 1 1 1 1 1 hash path\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_snapshot(bad));
  }
}

TEST_CASE("disk snapshot: a path with a line break is not kept") {
  CHECK_FALSE(snapshot_text({{}, {}, {{0, 0, "a\nb"}}}));
}

TEST_CASE("recorded disk: a file that changes between two reads leaves nothing to keep") {
  const TempDir dir;
  dir.write("page.md", "words");
  const RecordedDisk disk;
  REQUIRE(disk.read(dir.path() / "page.md", largest_file));
  CHECK(disk.seen());
  dir.write("page.md", "sword");
  CHECK(*disk.sha256_of(dir.path() / "page.md") == sha256_hex("words"));
  REQUIRE(disk.read(dir.path() / "page.md", largest_file));
  CHECK_FALSE(disk.seen());
}

TEST_CASE("recorded disk: what is looked for in vain is noted, what fails leaves nothing to keep") {
  const TempDir dir;
  const RecordedDisk disk;
  CHECK_FALSE(disk.read(dir.path() / "none", largest_file));
  REQUIRE(disk.seen());
  CHECK(disk.seen()->kinds.size() == 1);
  CHECK(disk.folders(dir.path() / "none")->empty());
  CHECK(disk.seen());
  CHECK_FALSE(disk.read(dir.path(), largest_file));
  CHECK_FALSE(disk.seen());
}

TEST_CASE("clock of a disk: after a step, what was written before is older") {
  const TempDir dir;
  dir.write("before", "");
  const std::optional<std::int64_t> now = next_tick((dir.path() / "clock").string());
  REQUIRE(now);
  CHECK(state_of((dir.path() / "before").string(), Links::keep)->changed < *now);
}
