// A build of what has not changed: it says the same and writes nothing. Whatever is doubtful is built anew.

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <thread>

#include "system/project.hpp"

using namespace tailorbird::test;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kept = "site/.dist.tailorbird-cache/last-build";

/// A project whose output is there, and the whole or quick builds of it.
class BuiltProject {
 public:
  explicit BuiltProject(const std::string& words = "Words.") : BuiltProject(project_files(3, words)) {}
  explicit BuiltProject(const Tree& files) {
    write_project(dir, files);
    first = build();
    REQUIRE_MESSAGE(first.status == 0, message_of(first));
  }

  ProgramRun build(Arguments options = {}, const Environment& environment = {}) {
    options.insert(options.begin(), {"build", "--root", "site"});
    return run_tailorbird(dir, options, environment);
  }

  /// Whether a build makes its output anew: it then works in a folder in there.
  bool builds(const Arguments& options = {}, const Environment& environment = {}) {
    const auto before = fs::last_write_time(dir.path() / "site/dist");
    last = build(options, environment);
    return fs::last_write_time(dir.path() / "site/dist") != before;
  }

  void edit(const std::string& path, const std::string& from, const std::string& to) {
    std::string bytes = dir.read("site/" + path);
    REQUIRE(bytes.find(from) != std::string::npos);
    dir.write("site/" + path, bytes.replace(bytes.find(from), from.size(), to));
  }

  Tree dist() const { return read_tree(dir.path() / "site/dist"); }

  /// What a build of the same files makes where nothing was built before.
  Tree clean() const {
    const TempDir other;
    fs::create_directory(other.path() / "site");
    for (const std::string folder : {"content", "profiles"})
      fs::copy(dir.path() / "site" / folder, other.path() / "site" / folder, fs::copy_options::recursive);
    const ProgramRun run = run_tailorbird(other, {"build", "--root", "site", "--quiet"});
    REQUIRE_MESSAGE(run.status == 0, message_of(run));
    return read_tree(other.path() / "site/dist");
  }

  TempDir dir;
  ProgramRun first;
  ProgramRun last;
};

/// Where a library lies that this test runs with, and the program too.
fs::path loaded_library(const std::string& name) {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    if (line.ends_with("/" + name)) return line.substr(line.find('/'));
  }
  FAIL("not loaded: " << name);
  return {};
}

}  // namespace

TEST_CASE("unchanged: the second build says what the first one said, and writes nothing") {
  BuiltProject project;
  const auto when = fs::last_write_time(project.dir.path() / kept);
  CHECK_FALSE(project.builds());
  CHECK(project.last.status == 0);
  CHECK(project.last.out == project.first.out);
  CHECK(project.last.err == project.first.err);
  CHECK(fs::last_write_time(project.dir.path() / kept) == when);
  CHECK_FALSE(project.builds({"--jobs", "1", "--all"}));
}

TEST_CASE("unchanged: the first build into a folder that is not there yet counts, by a relative path too") {
  BuiltProject project;
  REQUIRE(project.build({"--out", "made"}).status == 0);
  CHECK(fs::exists(project.dir.path() / ".made.tailorbird-cache/last-build"));
}

TEST_CASE("unchanged: warnings are shown each time, as text and for programs") {
  Tree files = project_files(3, "Words.");
  files["content/en/more/page-0.md"] =
      "---\ntitle: Page 0\n---\n\n## High\n\nWords.\n\n#### Deep\n\nWords.\n";
  BuiltProject project(files);
  REQUIRE(project.first.err.find("warning") != std::string::npos);
  CHECK_FALSE(project.builds());
  CHECK(project.last.err == project.first.err);
  CHECK(project.last.out == project.first.out);
  CHECK_FALSE(project.builds({"--diagnostics", "json"}));
  const ProgramRun whole = project.build({"--no-cache", "--diagnostics", "json"});
  CHECK(project.last.out == whole.out);
  CHECK(project.last.err == whole.err);
  CHECK(project.builds({"--strict"}));
  CHECK(project.last.status == 1);
}

TEST_CASE("unchanged: every kind of input counts") {
  struct Edit {
    std::string file;
    std::string from;
    std::string to;
  };
  for (const Edit& edit : {Edit{"content/en/more/page-0.md", "Words.", "Sword."},
                           {"content/site.yaml", "title:", "title :"},
                           {"profiles/example.yaml", "Example Works", "Example Mills"},
                           {"content/en/_shared/who-to-call.md", "\n", "\n\nMore.\n"}}) {
    CAPTURE(edit.file);
    BuiltProject project;
    project.edit(edit.file, edit.from, edit.to);
    CHECK(project.builds());
    CHECK(differing(project.dist(), project.clean()).empty());
    CHECK_FALSE(project.builds());
  }
}

TEST_CASE("unchanged: files that come, go, or were asked for in vain count") {
  BuiltProject project;
  for (const std::string file :
       {"content/en/more/new.md", "content/glossary.yaml", "themes/other/theme.yaml", "content/en/a/b.txt"}) {
    CAPTURE(file);
    project.dir.write("site/" + file, file.ends_with(".md") ? "---\ntitle: New\n---\n\nNew.\n" : "");
    CHECK(project.builds());
    fs::remove(project.dir.path() / "site" / file);
    fs::remove(project.dir.path() / "site/content/en/a");
    fs::remove_all(project.dir.path() / "site/themes");
    CHECK(project.builds());  // a page that went is told, whatever else was built in between
    project.build();
    CHECK_FALSE(project.builds());
  }
}

TEST_CASE("unchanged: a file that was only touched, or written again with the same bytes, is no change") {
  BuiltProject project;
  const fs::path page = project.dir.path() / "site/content/en/more/page-0.md";
  fs::last_write_time(page, fs::last_write_time(page) + std::chrono::hours(1));
  CHECK_FALSE(project.builds());
  project.dir.write("site/content/en/more/page-0.md", project.dir.read("site/content/en/more/page-0.md"));
  CHECK_FALSE(project.builds());
}

TEST_CASE("unchanged: a change that keeps size and time is found") {
  BuiltProject project;
  const fs::path page = project.dir.path() / "site/content/en/more/page-0.md";
  const auto when = fs::last_write_time(page);
  project.edit("content/en/more/page-0.md", "Words.", "Sword.");
  fs::last_write_time(page, when);
  CHECK(project.builds());
  CHECK(differing(project.dist(), project.clean()).empty());
}

TEST_CASE("unchanged: an output that is not as it was made is made again") {
  BuiltProject project;
  const Tree made = project.dist();
  const std::string page = "site/dist/example/managers/site/en/index.html";
  SUBCASE("changed") { project.dir.write(page, "Not ours."); }
  SUBCASE("gone") { fs::remove(project.dir.path() / page); }
  SUBCASE("a zip is gone") {
    fs::remove(project.dir.path() / "site/dist/example/managers/example-managers-site.zip");
  }
  SUBCASE("build.json is gone") { fs::remove(project.dir.path() / "site/dist/build.json"); }
  SUBCASE("all is gone") { fs::remove_all(project.dir.path() / "site/dist"); }
  SUBCASE("with the same size and time") {
    const auto when = fs::last_write_time(project.dir.path() / page);
    std::string bytes = project.dir.read(page);
    bytes.back() = ' ';
    project.dir.write(page, bytes);
    fs::last_write_time(project.dir.path() / page, when);
  }
  CHECK(project.build().status == 0);
  CHECK(differing(made, project.dist()).empty());
}

TEST_CASE("unchanged: a file of somebody else in the output is named each time") {
  BuiltProject project;
  project.dir.write("site/dist/example/managers/site/web.config", "mine");
  CHECK(project.builds());
  const std::string said = project.last.err;
  CHECK(said.find("web.config is not Tailorbird's") != std::string::npos);
  CHECK_FALSE(project.builds());
  CHECK(project.last.err == said);
  project.dir.write("site/dist/example/managers/site/.hidden/more", "mine too");
  CHECK(project.builds());
  CHECK(project.last.err.find(".hidden/more is not") != std::string::npos);
}

TEST_CASE("unchanged: other options are another build") {
  BuiltProject project;
  for (const Arguments& options : std::vector<Arguments>{{"--no-zip"},
                                                         {"--bundle", "managers"},
                                                         {"--language", "en"},
                                                         {"--format", "site"},
                                                         {"--strict"},
                                                         {"--prune"},
                                                         {"--no-cache"}}) {
    CAPTURE(options.front());
    CHECK(project.builds(options));
    CHECK(project.last.status == 0);
  }
}

TEST_CASE("unchanged: another engine for PDF on the path is another build") {
  BuiltProject project;
  project.dir.write("bin/weasyprint", "#!/bin/sh\nexit 1\n");
  fs::permissions(project.dir.path() / "bin/weasyprint", fs::perms::owner_all);
  const Environment path = {{"PATH", (project.dir.path() / "bin").string() + ":/usr/bin:/bin"}};
  CHECK(project.builds({}, path));
  CHECK_FALSE(project.builds({}, path));
  project.dir.write("bin/weasyprint", "#!/bin/sh\nexit 2\n");
  CHECK(project.builds({}, path));
}

TEST_CASE("unchanged: with another library the program is another one") {
  BuiltProject project;
  const fs::path library = project.dir.path() / "lib/libgcc_s.so.1";
  fs::create_directories(library.parent_path());
  fs::copy_file(loaded_library("libgcc_s.so.1"), library);
  const Environment with_it = {{"LD_LIBRARY_PATH", library.parent_path().string()}};
  CHECK(project.builds({}, with_it));
  CHECK_FALSE(project.builds({}, with_it));
  fs::last_write_time(library, fs::last_write_time(library) + std::chrono::hours(1));
  CHECK(project.builds({}, with_it));
}

TEST_CASE("unchanged: a record that is damaged, cut off or somebody else's is not believed") {
  BuiltProject project;
  const std::string text = project.dir.read(std::string(kept));
  const Tree made = project.dist();
  project.edit("content/en/more/page-0.md", "Words.", "Other.");
  const Tree changed = project.clean();
  REQUIRE(made != changed);
  for (std::string bad : {std::string(), std::string("tailorbird build 1\n"), text.substr(0, text.size() / 2),
                          text + "x", text.substr(0, text.size() - 1), std::string(200, 'x')}) {
    project.dir.write(std::string(kept), bad);
    CHECK(project.build().status == 0);
    CHECK(differing(changed, project.dist()).empty());
  }
  for (std::size_t at = 0; at < text.size(); at += text.size() / 8) {
    CAPTURE(at);
    std::string bad = project.dir.read(std::string(kept));
    bad[at % bad.size()] ^= 1;
    project.dir.write(std::string(kept), bad);
    CHECK(project.builds());
  }
}

TEST_CASE(
    "unchanged: with errors nothing is kept, and the last good build is known again once they are gone") {
  BuiltProject project;
  project.edit("content/en/more/page-0.md", "Words.", "[No](no.md)");
  CHECK(project.build().status == 1);
  CHECK(project.build().status == 1);
  project.edit("content/en/more/page-0.md", "[No](no.md)", "Words.");
  const ProgramRun run = project.build();
  CHECK(run.status == 0);
  CHECK(run.out == project.first.out);
  CHECK(differing(project.dist(), project.clean()).empty());
}

TEST_CASE("unchanged: the folder beside the output is for its owner alone, left out by git, and may go") {
  BuiltProject project;
  const fs::path folder = project.dir.path() / "site/.dist.tailorbird-cache";
  CHECK((fs::status(folder).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
        fs::perms::none);
  CHECK(project.dir.read("site/.dist.tailorbird-cache/.gitignore") == "*\n");
  fs::remove_all(folder);
  CHECK(project.builds());
  CHECK_FALSE(project.builds());
}

TEST_CASE("unchanged: a project and its output that are copied together need no build") {
  BuiltProject project;
  const fs::path site = project.dir.path() / "site";
  fs::rename(site, project.dir.path() / "was");
  fs::copy(project.dir.path() / "was", site, fs::copy_options::recursive);
  CHECK_FALSE(project.builds());
  CHECK(project.last.out == project.first.out);
}

TEST_CASE("unchanged: builds of one output at the same time are refused or right") {
  BuiltProject project;
  for (int round = 0; round < 6; ++round) {
    if (round % 2 == 0) project.edit("content/en/more/page-0.md", "Words", "Words, words");
    std::vector<ProgramRun> runs(3);
    std::vector<std::thread> threads;
    for (ProgramRun& run : runs) threads.emplace_back([&] { run = project.build({"--jobs", "1"}); });
    for (std::thread& thread : threads) thread.join();
    int good = 0;
    for (const ProgramRun& run : runs) {
      good += run.status == 0 ? 1 : 0;
      if (run.status != 0) CHECK(run.err.find("another build is writing to site/dist") != std::string::npos);
    }
    CHECK(good > 0);
    CHECK(differing(project.dist(), project.clean()).empty());
  }
}

TEST_CASE("unchanged: the second check says what the first one said, and looks at nothing again") {
  Tree files = project_files(3, "Words.");
  files["content/en/more/page-0.md"] =
      "---\ntitle: Page 0\n---\n\n## High\n\nWords.\n\n#### Deep\n\nWords.\n";
  BuiltProject project(files);
  const fs::path record = project.dir.path() / "site/.dist.tailorbird-cache/last-check";
  const auto check = [&](Arguments options = {}) {
    options.insert(options.begin(), {"check", "--root", "site"});
    return run_tailorbird(project.dir, options);
  };
  const ProgramRun whole = check({"--no-cache"});
  CHECK_FALSE(fs::exists(record));
  const ProgramRun first = check();
  const auto when = fs::last_write_time(record);
  const ProgramRun second = check();
  CHECK(fs::last_write_time(record) == when);
  for (const ProgramRun* run : {&first, &second}) {
    CHECK(run->status == whole.status);
    CHECK(run->out == whole.out);
    CHECK(run->err.ends_with(whole.err.substr(whole.err.find("content/"))));
  }
  CHECK_FALSE(project.builds());
  check({"--today", "2199-01-01"});  // another day is another check
  CHECK(fs::last_write_time(record) != when);
  project.edit("content/en/more/page-1.md", "Words.", "[No](no.md)");
  CHECK(check().status == 1);
  CHECK(check().status == 1);
}

TEST_CASE("unchanged: a check where nothing was built leaves nothing behind") {
  BuiltProject project;
  for (const char* name : {"site/dist", "site/.dist.tailorbird-cache"})
    fs::remove_all(project.dir.path() / name);
  const Tree before = read_tree(project.dir.path() / "site");
  CHECK(run_tailorbird(project.dir, {"check", "--root", "site"}).status == 0);
  CHECK(read_tree(project.dir.path() / "site") == before);
}
