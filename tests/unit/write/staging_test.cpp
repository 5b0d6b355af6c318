#include "write/staging.hpp"

#include <algorithm>
#include <csignal>
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "support/child.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::become_nobody;
using tailorbird::test::in_child;
using tailorbird::test::TempDir;

namespace {

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("staging: nothing is in place before the commit, everything after it") {
  const TempDir dir;
  {
    Result<Staging> staging = Staging::open(dir.path());
    REQUIRE(staging);
    REQUIRE(staging->write("a/b/site/index.html", "new"));
    REQUIRE(staging->write("build.json", "{}"));
    CHECK(dir.read("a/b/site/index.html") == "(missing)");
    REQUIRE(staging->commit({"a/b/site", "build.json"}));
    CHECK(dir.read("a/b/site/index.html") == "new");
  }
  CHECK(names_in(dir.path()) == Names{"a", "build.json"});
}

TEST_CASE("staging: a committed folder replaces the old one whole") {
  const TempDir dir;
  dir.write("a/site/old-page.html", "old");
  dir.write("a/site/index.html", "old");
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  REQUIRE(staging->write("a/site/index.html", "new"));
  REQUIRE(staging->commit({"a/site"}));
  CHECK(dir.read("a/site/index.html") == "new");
  CHECK(dir.read("a/site/old-page.html") == "(missing)");
}

TEST_CASE("staging: what is not committed disappears, and nothing else") {
  const TempDir dir;
  dir.write("mine.txt", "mine");
  {
    Result<Staging> staging = Staging::open(dir.path());
    REQUIRE(staging);
    REQUIRE(staging->write("a/site/index.html", "new"));
  }
  CHECK(names_in(dir.path()) == Names{"mine.txt"});
}

TEST_CASE("staging: a commit that fails half-way leaves all output as it was") {
  const TempDir dir;
  dir.write("a/site/index.html", "old a");
  dir.write("b", "a file where the folder of b belongs");
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  REQUIRE(staging->write("a/site/index.html", "new a"));
  REQUIRE(staging->write("c/site/index.html", "new c"));
  REQUIRE(staging->write("b/site/index.html", "new b"));
  const Result<void> committed = staging->commit({"a/site", "c/site", "b/site"});
  REQUIRE_FALSE(committed);
  CHECK(committed.error().message ==
        "cannot make the folder " + (dir.path() / "b").string() +
            ": Not a directory (a file lies where a folder is needed; move it away)");
  CHECK(dir.read("a/site/index.html") == "old a");
  CHECK(dir.read("c/site/index.html") == "(missing)");
  CHECK(dir.read("b") == "a file where the folder of b belongs");
}

TEST_CASE("staging: two builds of one folder do not mix") {
  const TempDir dir;
  Result<Staging> first = Staging::open(dir.path());
  REQUIRE(first);
  const Result<Staging> second = Staging::open(dir.path());
  REQUIRE_FALSE(second);
  CHECK(second.error().message == "another build is writing to " + dir.path().string() +
                                      ": wait until it is done, or build to another folder with --out");
}

TEST_CASE("staging: a build killed while it writes leaves the old output, and the next one clears up") {
  const TempDir dir;
  dir.write("a/site/index.html", "old");
  const int status = in_child([&] {
    Result<Staging> staging = Staging::open(dir.path());
    if (!staging || !staging->write("a/site/index.html", "half of the new")) return 1;
    return ::raise(SIGKILL);
  });
  REQUIRE(status == 128 + SIGKILL);
  CHECK(dir.read("a/site/index.html") == "old");
  REQUIRE(names_in(dir.path()).size() == 3);  // a, the lock, the dead staging
  { REQUIRE(Staging::open(dir.path())); }
  CHECK(names_in(dir.path()) == Names{"a"});
}

TEST_CASE("staging: old output that a killed build had laid aside is put back") {
  const TempDir dir;
  dir.write(".staging-1/aside/a+site/index.html", "old a");
  dir.write(".staging-1/aside/b+site/index.html", "old b");
  dir.write("b/site/index.html", "new b, moved in before the kill");
  fs::create_directories(dir.path() / "a");
  REQUIRE(Staging::open(dir.path()));
  CHECK(dir.read("a/site/index.html") == "old a");
  CHECK(dir.read("b/site/index.html") == "new b, moved in before the kill");
  CHECK(names_in(dir.path()) == Names{"a", "b"});
}

TEST_CASE("staging: a folder without the right to write says whose right is missing") {
  const TempDir dir;
  ::chmod(dir.path().c_str(), 0555);
  const std::string expected =
      "cannot write to the folder " + dir.path().string() +
      ": Permission denied (you have no right to do this here; ask for it, or choose another folder)";
  const int status = in_child([&] {
    become_nobody();
    const Result<Staging> staging = Staging::open(dir.path());
    return !staging && staging.error().message == expected ? 0 : 1;
  });
  ::chmod(dir.path().c_str(), 0755);
  CHECK(status == 0);
}

TEST_CASE("staging: a full disk is said as such") {
  const TempDir dir;
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  // /dev/full answers each write as a full disk does.
  fs::create_symlink("/dev/full", staging->staged("index.html"));
  const Result<void> written = staging->write("index.html", "new");
  REQUIRE_FALSE(written);
  CHECK(written.error().message ==
        "cannot write " + staging->staged("index.html").string() +
            ": No space left on device (free some space on this disk, then run the command again)");
}
