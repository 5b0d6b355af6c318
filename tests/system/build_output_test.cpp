#include <doctest/doctest.h>
#include <ostream>

#include "base/hash.hpp"
#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

using Names = std::vector<std::string>;

Tree built(const Tree& files, const Arguments& options, const Environment& environment, bool reversed) {
  const TempDir dir;
  write_project(dir, files, reversed);
  Arguments arguments = {"build", "--root", "site", "--quiet"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const ProgramRun run = run_tailorbird(dir, arguments, environment);
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  return read_tree(dir.path() / "site/dist");
}

}  // namespace

TEST_CASE("build: the same input gives the same bytes, whatever the machine is set to") {
  const Tree files = project_files(40, "Words that are the same each time.");
  const Tree first = built(files, {"--jobs", "1"}, {{"TZ", "UTC"}, {"LC_ALL", "C"}}, false);
  CHECK(first.size() > 50);
  CHECK(first.contains("build.json"));
  CHECK(first.contains("example/managers/example-managers-site.zip"));
  CHECK(differing(first, built(files, {"--jobs", "2"}, {{"TZ", "Asia/Tokyo"}}, false)) == Names{});
  CHECK(differing(first, built(files, {"--jobs", "8"},
                               {{"TZ", "America/New_York"}, {"LC_ALL", "tr_TR.UTF-8"}}, true)) == Names{});
  CHECK(differing(first, built(files, {}, {{"LC_ALL", "nl_NL.UTF-8"}, {"LANG", "fr_FR"}}, true)) == Names{});
}

TEST_CASE("build: a second build over the first changes no byte") {
  const TempDir dir;
  write_project(dir, project_files(5, "Words."));
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  const Tree first = read_tree(dir.path() / "site/dist");
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  CHECK(differing(first, read_tree(dir.path() / "site/dist")) == Names{});
}

TEST_CASE("build: another root in another place gives the same bytes") {
  const TempDir dir;
  const Tree files = project_files(3, "Words.");
  for (const auto& [path, bytes] : files) dir.write("a/site/" + path, bytes);
  for (const auto& [path, bytes] : files) dir.write("b/elsewhere/" + path, bytes);
  REQUIRE(run_tailorbird(dir, {"build", "--root", "a/site"}).status == 0);
  REQUIRE(run_tailorbird(dir, {"build", "--root", (dir.path() / "b/elsewhere").string(), "--out", "out"})
              .status == 0);
  CHECK(differing(read_tree(dir.path() / "a/site/dist"), read_tree(dir.path() / "out")) == Names{});
}

TEST_CASE("build: a change in the content changes the revision in build.json") {
  const TempDir dir;
  write_project(dir, project_files(1, "Words."));
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  const std::string before = dir.read("site/dist/build.json");
  dir.write("site/content/en/more/page-0.md", "---\ntitle: Page 0\n---\n\nOther words.\n");
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  const std::string key = "\n \"revision\"";
  REQUIRE(before.find(key) != std::string::npos);
  CHECK(before.substr(before.find(key)) != dir.read("site/dist/build.json").substr(before.find(key)));
}

TEST_CASE("build: with an error in the content the last good output stays as it is") {
  const TempDir dir;
  write_project(dir, project_files(2, "Words."));
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  const Tree good = read_tree(dir.path() / "site/dist");
  dir.write("site/content/en/more/page-0.md", "---\ntitle: Page 0\n---\n\n[Nowhere](no-such-page.md)\n");
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site"});
  CHECK(run.status == 1);
  CHECK(run.out == "Nothing was written to site/dist/ (2 editions, 16 pages; 1 error, 0 warnings)\n");
  CHECK(differing(good, read_tree(dir.path() / "site/dist")) == Names{});
}

TEST_CASE("build: one bundle alone leaves the others, and build.json lists them all") {
  const TempDir dir;
  const Tree files = project_files(2, "Words.");
  write_project(dir, files);
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  const Tree all = read_tree(dir.path() / "site/dist");
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site", "--bundle", "managers"}).status == 0);
  CHECK(differing(all, read_tree(dir.path() / "site/dist")) == Names{});
}

TEST_CASE("build: build.json holds size and hash of every file") {
  const TempDir dir;
  write_project(dir, project_files(2, "Words."));
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  const Tree dist = read_tree(dir.path() / "site/dist");
  for (const auto& [path, bytes] : dist) {
    if (path == "build.json") continue;
    CAPTURE(path);
    const std::string entry = "\"" + path + "\": {\"sha256\": \"" + tailorbird::sha256_hex(bytes) +
                              "\", \"size\": " + std::to_string(bytes.size()) + "}";
    CHECK(dist.at("build.json").find(entry) != std::string::npos);
  }
}

TEST_CASE("build: without zip, an older zip does not stay beside the newer folder") {
  const TempDir dir;
  write_project(dir, project_files(0, ""));
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site", "--no-zip", "--bundle", "managers"}).status == 0);
  const Tree dist = read_tree(dir.path() / "site/dist");
  CHECK_FALSE(dist.contains("example/managers/example-managers-site.zip"));
  CHECK(dist.contains("example/managers/site/en/index.html"));
  CHECK(dist.contains("example/employees/example-employees-site.zip"));
}

TEST_CASE("build: what no profile asks for stays, is said, and goes with --prune; other files stay") {
  const TempDir dir;
  write_project(dir, project_files(0, ""));
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site"}).status == 0);
  dir.write("site/dist/example/employees/site/put-here-by-hand.txt", "mine");
  std::string profile = dir.read("site/profiles/example.yaml");
  profile.resize(profile.find("  - id: employees"));
  dir.write("site/profiles/example.yaml", profile);

  const ProgramRun kept = run_tailorbird(dir, {"build", "--root", "site"});
  CHECK(kept.status == 0);
  CHECK(kept.err.find(
            "example/employees/site is still there, but no profile asks for it; --prune removes it\n") !=
        std::string::npos);
  CHECK(dir.read("site/dist/example/employees/site/en/index.html") != "(missing)");

  const ProgramRun pruned = run_tailorbird(dir, {"build", "--root", "site", "--prune"});
  CHECK(pruned.status == 0);
  CHECK(pruned.err.find("removed example/employees/site\n") != std::string::npos);
  const Tree dist = read_tree(dir.path() / "site/dist");
  CHECK_FALSE(dist.contains("example/employees/site/en/index.html"));
  CHECK_FALSE(dist.contains("example/employees/example-employees-site.zip"));
  CHECK(dist.at("example/employees/site/put-here-by-hand.txt") == "mine");
  CHECK(dist.at("build.json").find("employees") == std::string::npos);
}
