#include "build/revision.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

Revisions revisions(const TempDir& dir, unsigned jobs = 1) {
  Result<Revisions> result =
      Revisions::read(dir.path() / "root", {dir.path() / "root/themes", dir.path() / "installed"}, jobs);
  REQUIRE(result);
  return std::move(result).value();
}

std::string revision(const TempDir& dir, unsigned jobs = 1) { return revisions(dir, jobs).of_all(); }

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

TEST_CASE("revision: of an organisation, what is only another's does not change it") {
  const TempDir dir;
  write_sample(dir);
  dir.write("root/profiles/_base.yaml", "quick-exit: x");
  dir.write("root/profiles/b.yaml", "extends: c");
  dir.write("root/profiles/c.yaml", "extends: _base");
  dir.write("root/profiles/b-pages/en/index.md", "of b");
  dir.write("root/profiles/b.svg", "<svg/>");
  dir.write("root/themes/ours/theme.yaml", "extends: default");
  std::vector<Profile> profiles(3);
  for (std::size_t index = 0; index < profiles.size(); ++index) {
    profiles[index].id = std::string(1, static_cast<char>('a' + index));
    profiles[index].file = "profiles/" + profiles[index].id + ".yaml";
  }
  profiles[1].overlay = "profiles/b-pages";
  profiles[1].logo = "profiles/b.svg";
  profiles[1].theme = "ours";
  const auto of = [&](std::size_t index) { return revisions(dir).of_profile(profiles[index], profiles); };
  const std::string a = of(0);
  const std::string b = of(1);
  CHECK(a != b);
  SUBCASE("its own file") { dir.write("root/profiles/b.yaml", "extends: c\nlogo: x"); }
  SUBCASE("what it extends") { dir.write("root/profiles/c.yaml", "extends: _base\nlogo: x"); }
  SUBCASE("its overlay") { dir.write("root/profiles/b-pages/en/index.md", "new"); }
  SUBCASE("its logo") { dir.write("root/profiles/b.svg", "<svg></svg>"); }
  SUBCASE("its theme") { dir.write("root/themes/ours/theme.yaml", "extends: default\nx: y"); }
  SUBCASE("but what all share changes all") {
    dir.write("root/profiles/_base.yaml", "quick-exit: y");
    CHECK(of(0) != a);
    CHECK(of(1) != b);
    return;
  }
  CHECK(of(0) == a);
  CHECK(of(1) != b);
}
