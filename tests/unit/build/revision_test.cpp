#include "build/revision.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

std::string revision(const TempDir& dir, unsigned jobs = 1) {
  Result<std::string> result =
      read_revision(dir.path() / "root", {dir.path() / "root/themes", dir.path() / "installed"}, jobs, disk(),
                    hash_through(disk()));
  REQUIRE(result);
  return std::move(result).value();
}

void write_sample(const TempDir& dir) {
  dir.write("root/content/site.yaml", "title: x");
  dir.write("root/content/en/index.md", "index");
  dir.write("root/profiles/a.yaml", "a");
  dir.write("installed/default/theme.yaml", "t");
}

}  // namespace

TEST_CASE("revision: twelve digits that depend on names and bytes alone") {
  const TempDir dir;
  const TempDir elsewhere;
  write_sample(dir);
  write_sample(elsewhere);
  CHECK(revision(dir).size() == 12);
  CHECK(revision(dir).find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(revision(dir) == revision(elsewhere));
  CHECK(revision(dir) == revision(dir, 4));
}

TEST_CASE("revision: each change of an input changes it") {
  const TempDir dir;
  write_sample(dir);
  const std::string before = revision(dir);
  SUBCASE("a page's bytes") { dir.write("root/content/en/index.md", "other"); }
  SUBCASE("a new page") { dir.write("root/content/en/new.md", ""); }
  SUBCASE("a page's name") {
    fs::rename(dir.path() / "root/content/en/index.md", dir.path() / "root/content/en/home.md");
  }
  SUBCASE("a profile") { dir.write("root/profiles/a.yaml", "b"); }
  SUBCASE("the installed theme") { dir.write("installed/default/theme.yaml", "u"); }
  SUBCASE("a theme of the project in place of the installed one") {
    dir.write("root/themes/default/theme.yaml", "u");
  }
  CHECK(revision(dir) != before);
}

TEST_CASE("revision: what is no input does not change it") {
  const TempDir dir;
  write_sample(dir);
  const std::string before = revision(dir);
  SUBCASE("output") { dir.write("root/dist/a/index.html", "x"); }
  SUBCASE("hidden files") { dir.write("root/content/.index.md.swp", "x"); }
  SUBCASE("where the theme lies") {
    fs::create_directories(dir.path() / "root/themes");
    fs::rename(dir.path() / "installed/default", dir.path() / "root/themes/default");
  }
  CHECK(revision(dir) == before);
}
