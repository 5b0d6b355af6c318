// The preview without HTTP: bundles as they are now, and what the watch tells.

#include "serve/preview.hpp"

#include <chrono>
#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>
#include <ostream>
#include <stdexcept>

#include "base/memory_files.hpp"
#include "serve/folder_watch.hpp"
#include "support/child.hpp"
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

void no_complaint(const std::string& message) { FAIL_CHECK(message); }

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

TEST_CASE("preview: a folder that cannot be read is named, and the last state is shown until it can") {
  Inn inn;
  CHECK(has(inn.start("managers"), "For all."));
  const fs::path content = inn.folder.path() / "content/en";
  fs::remove_all(content);
  fs::create_symlink("en", content);  // leads in a circle: also root cannot read it
  inn.preview.changed();
  const PreviewFile start = inn.preview.file({"inn", "managers"}, "en/index.html");
  CHECK(has(start.failure, "content"));
  CHECK(has(start.bytes.value_or(""), "For all."));
  CHECK_FALSE(inn.preview.findings("inn", "managers")->failure.empty());
  fs::remove(content);
  inn.folder.write("content/en/index.md", "---\ntitle: Start\n---\nFor everybody.\n");
  inn.preview.changed();
  CHECK(has(inn.start("managers"), "For everybody."));
}

TEST_CASE(
    "preview: when a call to the disk fails, that is in the failure, beside the last state, or in the "
    "findings") {
  const Inn inn;
  const FailingFiles all(disk(), 0);
  const PreviewKey key{"inn", "managers"};
  const auto setting = [&](const Files& files) {
    PreviewSetting changed = inn.preview.setting();
    changed.files = &files;
    return changed;
  };
  REQUIRE(has(Preview(setting(all)).file(key, "en/index.html").bytes.value_or(""), "For all."));
  const std::size_t calls = all.calls();
  REQUIRE(calls > 5);
  constexpr std::size_t of_project = 20;  // then come the files of the theme, of which a few will do
  for (std::size_t nth = 1; nth <= calls; nth += nth < of_project ? 1 : 25) {
    const FailingFiles files(disk(), calls + nth);
    Preview preview(setting(files));
    preview.file(key, "en/index.html");
    preview.changed();
    const PreviewFile start = preview.file(key, "en/index.html");
    CAPTURE(nth);
    std::string told = start.failure;
    for (const Diagnostic& one : preview.findings("inn", "managers")->findings) told += one.message;
    CHECK(has(told, "Input/output error"));
    if (!start.failure.empty()) CHECK(has(start.bytes.value_or(""), "For all."));
  }
}

TEST_CASE("watch: what the listener throws is a complaint, and the change is told again") {
  const test::TempDir folder;
  folder.write("content/a.md", "a");
  std::mutex mutex;
  std::condition_variable told;
  std::vector<std::string> said;
  const auto say = [&](std::string text) {
    const std::lock_guard lock(mutex);
    said.push_back(std::move(text));
    told.notify_all();
  };
  int calls = 0;
  const FolderWatch watch(
      {folder.path() / "content"},
      [&](const std::vector<fs::path>& files) {
        if (++calls == 1) throw std::length_error("too much");
        say(files.front().filename().string());
      },
      [&](const std::string& message) { say("complaint: " + message); });
  folder.write("content/a.md", "other");
  std::unique_lock lock(mutex);
  REQUIRE(told.wait_for(lock, std::chrono::seconds(20), [&] { return said.size() >= 2; }));
  CHECK(said == std::vector<std::string>{"complaint: too much", "a.md"});
}

TEST_CASE("watch: in a folder that nobody may read nothing is seen, beside it everything") {
  const int status = test::in_child([] {
    test::become_nobody();
    const test::TempDir folder;
    const fs::path closed = folder.path() / "content/a-closed";
    folder.write("content/a-closed/x.md", "x");
    folder.write("content/b/y.md", "y");
    std::mutex mutex;
    std::condition_variable told;
    std::vector<fs::path> files;
    int complaints = 0;
    fs::permissions(closed, fs::perms::none);
    bool is_told = false;
    {
      const FolderWatch watch(
          {folder.path() / "content"},
          [&](const std::vector<fs::path>& changed) {
            const std::lock_guard lock(mutex);
            files.insert(files.end(), changed.begin(), changed.end());
            told.notify_all();
          },
          [&](const std::string&) { ++complaints; });
      folder.write("content/b/y.md", "other");
      std::unique_lock lock(mutex);
      is_told = told.wait_for(lock, std::chrono::seconds(20), [&] { return !files.empty(); });
    }
    fs::permissions(closed, fs::perms::owner_all);
    return is_told && complaints == 0 && files.front() == folder.path() / "content/b/y.md" ? 0 : 1;
  });
  CHECK(status == 0);
}

TEST_CASE("watch: a saved, a renamed and a new file are told, those of editors at work are not") {
  const test::TempDir folder;
  folder.write("content/en/a.md", "a");
  std::mutex mutex;
  std::condition_variable told;
  std::vector<fs::path> files;
  const FolderWatch watch(
      {folder.path() / "content", folder.path() / "translations"},
      [&](const std::vector<fs::path>& changed) {
        const std::lock_guard lock(mutex);
        files.insert(files.end(), changed.begin(), changed.end());
        told.notify_all();
      },
      no_complaint);
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
