#include "write/staging.hpp"

#include <algorithm>
#include <csignal>
#include <doctest/doctest.h>
#include <memory>
#include <sys/stat.h>

#include "base/file_state.hpp"
#include "base/hash.hpp"
#include "support/child.hpp"
#include "support/temp_dir.hpp"
#include "support/tree.hpp"

using namespace tailorbird;
using tailorbird::test::become_nobody;
using tailorbird::test::in_child;
using tailorbird::test::read_tree;
using tailorbird::test::TempDir;
using tailorbird::test::Tree;

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
    REQUIRE(staging->commit(std::vector<std::string>{"a/b/site", "build.json"}));
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
  REQUIRE(staging->commit(std::vector<std::string>{"a/site"}));
  CHECK(dir.read("a/site/index.html") == "new");
  CHECK(dir.read("a/site/old-page.html") == "(missing)");
}

TEST_CASE("staging: a file whose state is known is not read to know its hash, until it changes") {
  const TempDir dir;
  dir.write("a/page.html", "old");
  const fs::path page = dir.path() / "a/page.html";
  DiskSnapshot snapshot;
  snapshot.files.push_back(
      {Side::output, *state_of(page.string(), Links::keep), "the hash of then", page.string()});
  const KnownOutput known(std::move(snapshot));
  CHECK(known.is_same(page, "the hash of then"));
  CHECK_FALSE(known.is_same(page, "another"));
  CHECK_FALSE(known.is_same(dir.path() / "a/other.html", "the hash of then"));
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  staging->know(known);
  CHECK_FALSE(staging->keep("a/page.html", 3, "another"));
  CHECK(staging->keep("a/page.html", 3, "the hash of then"));
  dir.write("a/page.html", "new");
  CHECK_FALSE(known.is_same(page, "the hash of then"));
  CHECK_FALSE(staging->keep("a/page.html", 3, "the hash of then"));
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
  const Result<void> committed = staging->commit(std::vector<std::string>{"a/site", "c/site", "b/site"});
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

namespace {

const std::vector<SwitchStep> all_kinds_of_steps = {{"build.json", "build.json-incomplete"},
                                                    {"a/site", "a/site"},
                                                    {"a/new.zip", "a/new.zip"},
                                                    {"c/site", "c/site"},
                                                    {"a/old.zip", {}},
                                                    {"b/site/index.html", {}},
                                                    {"build.json", "build.json"}};

void write_old(const TempDir& dir) {
  dir.write("build.json", "old");
  dir.write("a/site/index.html", "old a");
  dir.write("a/site/gone.html", "old a");
  dir.write("a/old.zip", "old zip");
  dir.write("b/site/index.html", "old b");
  dir.write("mine.txt", "mine");
}

/// Ends the process, as SIGKILL would, before the call number `at` that changes the disk; counts on after it.
BeforeCall killed_at(int at) {
  return [at, calls = std::make_shared<int>(0)] {
    if (++*calls == at) ::raise(SIGKILL);
  };
}

int commit_killed_at(const TempDir& dir, int at) {
  return in_child([&] {
    Result<Staging> staging = Staging::open(dir.path(), killed_at(at));
    if (!staging) return 1;
    for (const auto& [path, bytes] :
         std::vector<std::pair<std::string, std::string>>{{"build.json-incomplete", "incomplete"},
                                                          {"build.json", "new"},
                                                          {"a/site/index.html", "new a"},
                                                          {"a/new.zip", "new zip"},
                                                          {"c/site/index.html", "new c"}}) {
      if (!staging->write(path, bytes)) return 2;
    }
    return staging->commit(all_kinds_of_steps) ? 0 : 3;
  });
}

Tree without_hidden(const TempDir& dir) {
  Tree tree = read_tree(dir.path());
  std::erase_if(tree, [](const auto& file) { return file.first.starts_with('.'); });
  return tree;
}

}  // namespace

TEST_CASE("staging: killed at any call, the next run has the old output or the new one, whole") {
  const TempDir old_dir;
  write_old(old_dir);
  const Tree old_output = read_tree(old_dir.path());
  const TempDir new_dir;
  write_old(new_dir);
  REQUIRE(commit_killed_at(new_dir, 0) == 0);
  const Tree new_output = read_tree(new_dir.path());
  CHECK(new_output == Tree{{"a/new.zip", "new zip"},
                           {"a/site/index.html", "new a"},
                           {"build.json", "new"},
                           {"c/site/index.html", "new c"},
                           {"mine.txt", "mine"}});
  CHECK_FALSE(fs::exists(new_dir.path() / "b"));

  int kills = 0;
  for (int at = 1;; ++at) {
    // The run that finishes may be killed too, at any call.
    for (int again = 0; again < 40; again = again == 0 ? 1 : again + 3) {
      CAPTURE(at);
      CAPTURE(again);
      const TempDir dir;
      write_old(dir);
      const int status = commit_killed_at(dir, at);
      if (status == 0) {
        CHECK(kills > 12);
        return;
      }
      REQUIRE(status == 128 + SIGKILL);
      ++kills;
      const Tree killed = without_hidden(dir);
      const bool whole = killed == old_output || killed == new_output;
      CHECK((whole || killed.at("build.json") == "incomplete"));
      if (again > 0) in_child([&] { return finish_interrupted(dir.path(), killed_at(again)) ? 0 : 1; });
      REQUIRE(finish_interrupted(dir.path()));
      const Tree output = read_tree(dir.path());
      CHECK((output == old_output || output == new_output));
    }
  }
}

TEST_CASE("staging: while a build is running, nobody else finishes its output") {
  const TempDir dir;
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  REQUIRE(staging->write("a.txt", "new"));
  REQUIRE(finish_interrupted(dir.path()));
  REQUIRE(staging->commit(std::vector<std::string>{"a.txt"}));
  CHECK(dir.read("a.txt") == "new");
}

TEST_CASE("staging: nothing is written or removed through a link") {
  const TempDir dir;
  dir.write("victim/site/index.html", "theirs");
  dir.write("victim/f.txt", "theirs");
  fs::create_directories(dir.path() / "dist");
  fs::create_directory_symlink(dir.path() / "victim", dir.path() / "dist/a");
  Result<Staging> staging = Staging::open(dir.path() / "dist");
  REQUIRE(staging);
  REQUIRE(staging->write("a/site/index.html", "new"));
  const Result<void> committed = staging->commit(std::vector<std::string>{"a/site"});
  REQUIRE_FALSE(committed);
  CHECK(committed.error().message.find("dist/a is a link to somewhere else") != std::string::npos);
  REQUIRE(staging->commit(std::vector<SwitchStep>{{"a/f.txt", {}}, {"../victim/f.txt", {}}}));
  CHECK(dir.read("victim/f.txt") == "theirs");
  CHECK(dir.read("victim/site/index.html") == "theirs");
}

TEST_CASE("staging: a link in the place of the lock or of a staging folder is not followed") {
  const TempDir dir;
  dir.write("victim/journal", "[]");
  fs::create_directories(dir.path() / "dist");
  fs::create_directory_symlink(dir.path() / "victim", dir.path() / "dist/.staging-1");
  {
    Result<Staging> staging = Staging::open(dir.path() / "dist");
    REQUIRE(staging);
  }
  CHECK(dir.read("victim/journal") == "[]");
  fs::create_symlink(dir.path() / "elsewhere", dir.path() / "dist/.tailorbird-lock");
  CHECK_FALSE(Staging::open(dir.path() / "dist"));
  CHECK_FALSE(fs::exists(dir.path() / "elsewhere"));
}

TEST_CASE("staging: a journal that is not one of ours is not followed") {
  const TempDir dir;
  dir.write("victim.txt", "theirs");
  for (const std::string journal :
       {"not JSON", "{}", R"([{"path": "../victim.txt", "staged": "", "inode": 0}])"}) {
    CAPTURE(journal);
    dir.write("dist/.staging-1/journal", journal);
    REQUIRE(finish_interrupted(dir.path() / "dist"));
    CHECK(dir.read("victim.txt") == "theirs");
    CHECK(names_in(dir.path() / "dist").empty());
  }
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

TEST_CASE("staging: the state of a file that was written is the one it has when its folder is in place") {
  const TempDir dir;
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  const Result<FileState> written = staging->write("a/site/index.html", "new");
  REQUIRE(written);
  CHECK(written->is_file());
  REQUIRE(staging->commit(std::vector<std::string>{"a/site"}));
  CHECK(*written == state_of((dir.path() / "a/site/index.html").string(), Links::keep));
}

TEST_CASE("staging: no state is known of a file that is a link to the old one") {
  const TempDir dir;
  dir.write("a/site/index.html", "same");
  const Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  const Result<FileState> written = staging->write("a/site/index.html", "same");
  REQUIRE(written);
  CHECK_FALSE(written->is_file());
}

TEST_CASE("staging: a full disk is said as such") {
  const TempDir dir;
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  // /dev/full answers each write as a full disk does.
  fs::create_symlink("/dev/full", staging->staged("index.html"));
  const Result<FileState> written = staging->write("index.html", "new");
  REQUIRE_FALSE(written);
  CHECK(written.error().message ==
        "cannot write " + staging->staged("index.html").string() +
            ": No space left on device (free some space on this disk, then run the command again)");
}

TEST_CASE("staging: a file with the bytes of the old one is the old one, also in a folder that changes") {
  const TempDir dir;
  dir.write("a/site/same.html", "same");
  dir.write("a/site/other.html", "old");
  const fs::file_time_type long_ago = fs::file_time_type::clock::now() - std::chrono::hours(100);
  fs::last_write_time(dir.path() / "a/site/same.html", long_ago);
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  REQUIRE(staging->write("a/site/same.html", "same"));
  REQUIRE(staging->write("a/site/other.html", "new"));
  REQUIRE(staging->commit(std::vector<std::string>{"a/site"}));
  staging->clear();
  CHECK(fs::last_write_time(dir.path() / "a/site/same.html") == long_ago);
  CHECK(fs::hard_link_count(dir.path() / "a/site/same.html") == 1);
  CHECK(dir.read("a/site/other.html") == "new");
}

TEST_CASE("staging: what is staged twice is never written through to the old file") {
  const TempDir dir;
  dir.write("a.html", "old");
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  REQUIRE(staging->write("a.html", "old"));
  REQUIRE(staging->write("a.html", "new"));
  CHECK(dir.read("a.html") == "old");
  REQUIRE(staging->commit(std::vector<std::string>{"a.html"}));
  CHECK(dir.read("a.html") == "new");
}

TEST_CASE("staging: a file that is kept by its hash is not made") {
  const TempDir dir;
  dir.write("a/b.zip", "zip");
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  CHECK_FALSE(staging->keep("a/b.zip", std::nullopt, sha256_hex("other")));
  CHECK_FALSE(staging->keep("a/b.zip", 4, sha256_hex("zip")));
  CHECK_FALSE(staging->keep("a/none.zip", std::nullopt, sha256_hex("zip")));
  CHECK_FALSE(fs::exists(staging->staged("a/b.zip")));
  CHECK(staging->keep("a/b.zip", std::nullopt, sha256_hex("zip")));
  CHECK(read_file(staging->staged("a/b.zip")).value() == "zip");
}
