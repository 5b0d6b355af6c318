// The preview without HTTP: bundles as they are now, and what the watch tells.

#include "serve/preview.hpp"

#include <chrono>
#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>
#include <ostream>

#include "serve/folder_watch.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;

namespace {

constexpr std::string_view site =
    "title: Work\nlanguages: [en]\ndimensions:\n  audience:\n    label: Role\n    values: {manager: {label: "
    "Manager}, employee: {label: Employee}}\n";
constexpr std::string_view profile =
    "organisation: {name: The Inn}\nlanguages: [en]\nbundles:\n  - {id: managers, fixed: {audience: "
    "manager}}\n  - {id: everyone}\n";
constexpr std::string_view page =
    "---\ntitle: Start\n---\nFor all.\n\n- for all\n- [for those who lead]{.only audience=\"manager\"}\n- "
    "[for those who are ill]{.only audience=\"employee\"}\n";

struct Inn {
  Inn() {
    folder.write("content/site.yaml", site);
    folder.write("profiles/inn.yaml", profile);
    folder.write("content/en/index.md", page);
  }
  test::TempDir folder;
  Preview preview{{folder.path(), {test::source_dir() / "themes"}, test::source_dir(), 1}};

  std::string start(const std::string& bundle, bool marks = false) {
    const PreviewFile file = preview.file({"inn", bundle, marks}, "en/index.html");
    return file.bytes.value_or(file.failure);
  }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("preview: each file that is made alone has the bytes that it has in the whole bundle") {
  Inn inn;
  inn.folder.write("content/en/desk.svg",
                   "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>");
  inn.folder.write("content/en/more.md", "---\ntitle: More\n---\n![A desk](desk.svg) [back](index.md)\n");
  const auto whole = inn.preview.bundle({"inn", "managers"});
  REQUIRE(whole->files.size() > 5);
  for (const auto& [path, bytes] : whole->files)
    CHECK_MESSAGE(inn.preview.file({"inn", "managers"}, path).bytes == bytes, path);
  CHECK_FALSE(inn.preview.file({"inn", "managers"}, "en/none.html").bytes);
  CHECK_FALSE(inn.preview.file({"inn", "none"}, "en/index.html").bytes);
}

TEST_CASE("preview: a bundle is made once, and again when something changed") {
  Inn inn;
  const auto first = inn.preview.bundle({"inn", "managers"});
  CHECK(first == inn.preview.bundle({"inn", "managers"}));
  CHECK(has(inn.start("managers"), "For all."));
  inn.folder.write("content/en/index.md", "---\ntitle: Start\n---\nFor everybody.\n");
  CHECK(has(inn.start("managers"), "For all."));  // nobody has told it
  inn.preview.changed();
  CHECK(has(inn.start("managers"), "For everybody."));
}

TEST_CASE("preview: what is left out is in no page but those with marks, and there it is marked") {
  Inn inn;
  CHECK_FALSE(has(inn.start("managers"), "who are ill"));
  CHECK_FALSE(has(inn.start("managers"), "data-tb"));
  const std::string marked = inn.start("managers", true);
  CHECK(has(marked,
            "data-tb=\"left-out\" data-tb-when=\"`audience: employee`\" "
            "data-tb-at=\"content/en/index.md:8:"));
  CHECK(has(marked, "data-tb=\"shown\" data-tb-when=\"`audience: manager`\""));
  CHECK(has(inn.start("everyone", true), "data-tb=\"choice\""));
}

TEST_CASE("preview: with an error in a page the rest is there, and the finding") {
  Inn inn;
  inn.folder.write("content/en/more.md", "---\ntitle: More\n---\n[x](nowhere.md)\n");
  CHECK(has(inn.start("managers"), "For all."));
  const auto found = inn.preview.findings("inn", "managers");
  REQUIRE(found->findings.size() > 0);
  CHECK(found->findings.front().code == "link-target-missing");
}

TEST_CASE("preview: pages that have not changed are compiled again when the site has") {
  Inn inn;
  CHECK(has(inn.start("managers"), "those who lead"));
  // The same values in another order: a program of before would show the others' passages.
  inn.folder.write(
      "content/site.yaml",
      "title: Work\nlanguages: [en]\ndimensions:\n  audience:\n    label: Role\n    values: {employee: "
      "{label: Employee}, manager: {label: Manager}}\n");
  inn.preview.changed();
  CHECK(has(inn.start("managers"), "those who lead"));
  CHECK_FALSE(has(inn.start("managers"), "who are ill"));
}

TEST_CASE("preview: when nothing can be made, the last state that could is shown, with the reason") {
  Inn inn;
  CHECK(has(inn.start("managers"), "For all."));
  fs::remove(inn.folder.path() / "content/site.yaml");
  inn.preview.changed();
  const PreviewFile start = inn.preview.file({"inn", "managers"}, "en/index.html");
  CHECK_FALSE(start.failure.empty());
  CHECK(has(start.bytes.value_or(""), "For all."));
}

TEST_CASE("watch: a saved, a renamed and a new file are told, those of editors at work are not") {
  const test::TempDir folder;
  folder.write("content/en/a.md", "a");
  std::mutex mutex;
  std::condition_variable told;
  std::vector<fs::path> files;
  const FolderWatch watch({folder.path() / "content", folder.path() / "translations"},
                          [&](const std::vector<fs::path>& changed) {
                            const std::lock_guard lock(mutex);
                            files.insert(files.end(), changed.begin(), changed.end());
                            told.notify_all();
                          });
  const auto is_told = [&](const char* name) {
    std::unique_lock lock(mutex);
    return told.wait_for(lock, std::chrono::seconds(20), [&] {
      return std::find(files.begin(), files.end(), folder.path() / name) != files.end();
    });
  };
  folder.write("content/en/.a.md.swp", "x");
  folder.write("content/en/a.md", "b");
  CHECK(is_told("content/en/a.md"));
  folder.write("content/en/new/b.md", "b");
  CHECK(is_told("content/en/new/b.md"));
  fs::rename(folder.path() / "content/en/a.md", folder.path() / "content/en/c.md");
  CHECK(is_told("content/en/c.md"));
  INFO("a folder that was not there when the watch began");
  folder.write("translations/nl.txt", "x");
  CHECK(is_told("translations/nl.txt"));
  folder.write("translations/de.txt", "x");
  CHECK(is_told("translations/de.txt"));
  INFO("and one that is removed and made anew");
  fs::remove_all(folder.path() / "translations");
  folder.write("translations/fr.txt", "x");
  CHECK(is_told("translations/fr.txt"));
  folder.write("translations/it.txt", "x");
  CHECK(is_told("translations/it.txt"));
  const std::lock_guard lock(mutex);
  CHECK(std::find(files.begin(), files.end(), folder.path() / "content/en/.a.md.swp") == files.end());
}
