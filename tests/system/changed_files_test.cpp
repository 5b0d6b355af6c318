// What one edit changes in the output, file by file.

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <ostream>
#include <sys/stat.h>

#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

using Names = std::vector<std::string>;

void build(const TempDir& dir) {
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--quiet"});
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
}

/// The files of the output that are not the same before and after `edit`.
Names changed_by(const TempDir& dir, const std::string& file, const std::string& bytes) {
  write_project(dir, project_files(4, "Words."));
  build(dir);
  const Tree before = read_tree(dir.path() / "site/dist");
  dir.write("site/" + file, bytes);
  build(dir);
  return differing(before, read_tree(dir.path() / "site/dist"));
}

Names in_both_bundles(const Names& files) {
  Names all;
  for (const std::string bundle : {"employees", "managers"}) {
    all.push_back("example/" + bundle + "/example-" + bundle + "-site.zip");
    for (const std::string& file : files) all.push_back("example/" + bundle + "/site/" + file);
  }
  all.insert(all.begin(), "build.json");
  return all;
}

}  // namespace

TEST_CASE(
    "changed files: new words on a page change it, the search, the bundle's version, and no other page") {
  const TempDir dir;
  CHECK(changed_by(dir, "content/en/more/page-1.md", "---\ntitle: Page 1\n---\n\nOther sentences.\n") ==
        in_both_bundles({"assets/search-en.js", "assets/version.js", "en/more/page-1.html"}));
}

TEST_CASE(
    "changed files: a new title changes the pages that show it: its own, its neighbours, the list of its "
    "section") {
  const TempDir dir;
  CHECK(changed_by(
            dir, "content/en/more/page-1.md",
            "---\ntitle: Another title\n---\n\nWords.\n\n- One.\n- Two. {.only audience=\"manager\"}\n") ==
        in_both_bundles({"assets/search-en.js", "assets/version.js", "en/more/index.html",
                         "en/more/page-0.html", "en/more/page-1.html", "en/more/page-2.html"}));
}

TEST_CASE("changed files: a change in one organisation changes no byte of another") {
  const TempDir dir;
  Tree files = project_files(2, "Words.");
  std::string profile = files.at("profiles/example.yaml");
  files["profiles/other.yaml"] = profile;
  write_project(dir, files);
  build(dir);
  const Tree before = read_tree(dir.path() / "site/dist");
  const std::string name = "Example Works";
  profile.replace(profile.find(name), name.size(), "Example Mills");
  dir.write("site/profiles/example.yaml", profile);
  build(dir);
  const Names changed = differing(before, read_tree(dir.path() / "site/dist"));
  CHECK(changed.size() > 20);
  for (const std::string& file : changed) CHECK_FALSE(file.starts_with("other/"));
}

namespace {

/// Builds two organisations, does something to the output, and builds again after a change in the first.
void build_around(const TempDir& dir, const std::function<void(const std::filesystem::path& dist)>& between) {
  Tree files = project_files(2, "Words.");
  std::string profile = files.at("profiles/example.yaml");
  files["profiles/other.yaml"] = profile;
  write_project(dir, files);
  build(dir);
  between(dir.path() / "site/dist");
  const std::string name = "Example Works";
  profile.replace(profile.find(name), name.size(), "Example Mills");
  dir.write("site/profiles/example.yaml", profile);
  build(dir);
}

/// When the file was changed, given another name, or moved.
std::pair<long, long> changed_at(const std::filesystem::path& file) {
  struct stat state {};
  REQUIRE(::stat(file.c_str(), &state) == 0);
  return {state.st_ctim.tv_sec, state.st_ctim.tv_nsec};
}

}  // namespace

TEST_CASE("changed files: a bundle that stands is not touched, nor what somebody put into it") {
  const TempDir dir;
  const std::filesystem::path page = dir.path() / "site/dist/other/managers/site/index.html";
  std::pair<long, long> before;
  build_around(dir, [&](const std::filesystem::path& dist) {
    std::ofstream(dist / "other/managers/site/note.txt") << "mine";
    before = changed_at(page);
  });
  CHECK(changed_at(page) == before);
  CHECK(dir.read("site/dist/other/managers/site/note.txt") == "mine");
}

TEST_CASE("changed files: a bundle that was moved behind a link is a folder again") {
  const TempDir dir;
  build_around(dir, [&](const std::filesystem::path& dist) {
    std::filesystem::rename(dist / "other/managers/site/en", dir.path() / "elsewhere");
    std::filesystem::create_directory_symlink(dir.path() / "elsewhere", dist / "other/managers/site/en");
  });
  CHECK(std::filesystem::symlink_status(dir.path() / "site/dist/other/managers/site/en").type() ==
        std::filesystem::file_type::directory);
}

TEST_CASE("changed files: what a bundle does not show changes none of its files") {
  const TempDir dir;
  const Names changed = changed_by(
      dir, "content/en/more/page-1.md",
      "---\ntitle: Page 1\n---\n\nWords.\n\n- One.\n- Two, with more words. {.only audience=\"manager\"}\n");
  CHECK(changed == Names{"build.json", "example/managers/example-managers-site.zip",
                         "example/managers/site/assets/search-en.js",
                         "example/managers/site/assets/version.js",
                         "example/managers/site/en/more/page-1.html"});
}

TEST_CASE("changed files: what has the same bytes keeps its time, folders and zips too") {
  const TempDir dir;
  Tree files = project_files(4, "Words.");
  files["profiles/other.yaml"] = files.at("profiles/example.yaml");
  write_project(dir, files);
  build(dir);
  const auto times = [&] {
    std::map<std::string, std::filesystem::file_time_type> found;
    const auto dist = dir.path() / "site/dist";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dist))
      found[entry.path().lexically_relative(dist).generic_string()] = entry.last_write_time();
    return found;
  };
  const Tree before = read_tree(dir.path() / "site/dist");
  const auto old = times();
  std::string profile = files.at("profiles/example.yaml");
  dir.write("site/profiles/example.yaml",
            profile.replace(profile.find("Example Works"), 13, "Example Mills"));
  build(dir);
  const Names changed = differing(before, read_tree(dir.path() / "site/dist"));
  int kept = 0;
  for (const auto& [path, time] : times()) {
    CAPTURE(path);
    const bool differs = std::find(changed.begin(), changed.end(), path) != changed.end();
    const bool is_file = before.contains(path);
    if (is_file) CHECK((time == old.at(path)) == !differs);
    if (path.starts_with("other/")) CHECK(time == old.at(path));
    if (is_file && path.starts_with("example/") && !differs) ++kept;
  }
  CHECK(kept > 10);
}

TEST_CASE("changed files: a file of the output that somebody links to is not written through") {
  const TempDir dir;
  write_project(dir, project_files(1, "Words."));
  build(dir);
  const std::string page = "site/dist/example/managers/site/en/more/page-0.html";
  const std::string bytes = dir.read(page);
  std::filesystem::create_hard_link(dir.path() / page, dir.path() / "mine.html");
  dir.write("site/content/en/more/page-0.md", "---\ntitle: Page 0\n---\n\nOther words.\n");
  build(dir);
  CHECK(dir.read(page) != bytes);
  CHECK(dir.read("mine.html") == bytes);
}
