// The whole program, killed at its n-th call to the disk, or with that call failing. A few of all n by
// default; TAILORBIRD_FAULTS=all tries each one (tools/run-tests faults).

#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <ostream>
#include <string>

#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

bool all_of_them() {
  const char* asked = std::getenv("TAILORBIRD_FAULTS");
  return asked != nullptr && std::string_view(asked) == "all";
}

/// A project whose output is there already, and whose words have changed since: a build turns `old` into
/// `fresh`. One bundle lost its zip and one page moved, so that things also go away.
class ChangedProject {
 public:
  ChangedProject() {
    write_project(dir_, files("The old words.", "one"));
    REQUIRE(build({}).status == 0);
    old_ = dist();
    write_project(dir_, files("The new words.", "two"));
    std::filesystem::remove(dir_.path() / "site/content/en/more/one.md");
    REQUIRE(build({}).status == 0);
    fresh_ = dist();
    REQUIRE(old_ != fresh_);
  }

  const Tree& old() const { return old_; }
  const Tree& fresh() const { return fresh_; }

  void put_back() {
    std::filesystem::remove_all(dir_.path() / "site/dist");
    for (const auto& [path, bytes] : old_) dir_.write("site/dist/" + path, bytes);
  }

  ProgramRun build(const Environment& environment, const std::string& jobs = "1") {
    return run_tailorbird(dir_, {"build", "--root", "site", "--quiet", "--prune", "--jobs", jobs},
                          environment);
  }
  ProgramRun next_command() { return run_tailorbird(dir_, {"list", "editions", "--root", "site"}); }

  /// What a reader of the output finds; what a dead build left beside it is hidden.
  Tree dist() const {
    Tree tree = read_tree(dir_.path() / "site/dist");
    std::erase_if(tree, [](const auto& file) { return file.first.starts_with('.'); });
    return tree;
  }
  Tree everything_in_dist() const { return read_tree(dir_.path() / "site/dist"); }

  long calls(const std::string& kind) {
    put_back();
    const std::string file = (dir_.path() / "count").string();
    REQUIRE(build({{"LD_PRELOAD", FAULT_INJECTOR},
                   {"TAILORBIRD_FAULT_CALLS", kind},
                   {"TAILORBIRD_FAULT_REPORT", file}})
                .status == 0);
    REQUIRE(dist() == fresh_);
    return std::stol(dir_.read("count"));
  }

  static Environment with(const std::string& fault, long number, const std::string& kind) {
    return {{"LD_PRELOAD", FAULT_INJECTOR},
            {"TAILORBIRD_FAULT", fmt::format("{}:{}", fault, number)},
            {"TAILORBIRD_FAULT_CALLS", kind}};
  }

 private:
  static Tree files(const std::string& words, const std::string& page) {
    Tree files = project_files(1, words);
    files["content/en/more/" + page + ".md"] = "---\ntitle: A page\n---\n\n" + words + "\n";
    return files;
  }

  TempDir dir_;
  Tree old_;
  Tree fresh_;
};

/// Numbers from 1 to `last`: all, or about `some` that are spread over them, the last ones included.
std::vector<long> numbers(long last, long some) {
  std::vector<long> chosen;
  const long step = all_of_them() ? 1 : std::max(1L, last / some);
  for (long number = last; number > 0; number -= step) chosen.push_back(number);
  return chosen;
}

std::string state(const ChangedProject& project, const Tree& dist) {
  if (dist == project.old()) return "old";
  if (dist == project.fresh()) return "new";
  const auto record = dist.find("build.json");
  if (record != dist.end() && record->second.find("\"complete\": false") != std::string::npos)
    return "says so";
  return "mixed";
}

}  // namespace

TEST_CASE(
    "build: killed at its n-th call that changes the disk, the next command has the old output or the new "
    "one") {
  ChangedProject project;
  const long calls = project.calls("writes");
  REQUIRE(calls > 100);
  int killed = 0;
  for (const std::string jobs : {"1", "2"}) {
    for (const long number : numbers(calls, 30)) {
      CAPTURE(number);
      project.put_back();
      const ProgramRun run = project.build(ChangedProject::with("kill", number, "writes"), jobs);
      if (run.status == 128 + SIGKILL) ++killed;
      CHECK((run.status == 0 || run.status == 128 + SIGKILL));
      CHECK(state(project, project.dist()) != "mixed");
      REQUIRE(project.next_command().status == 0);
      const Tree dist = project.everything_in_dist();
      CHECK((dist == project.old() || dist == project.fresh()));
    }
  }
  CHECK(killed > 20);
  MESSAGE(fmt::format("{} kills at {} calls", killed, calls));
}

TEST_CASE("build: a call that changes the disk and fails is an error, and the old output stays") {
  ChangedProject project;
  const long calls = project.calls("writes");
  int failed = 0;
  int harmless = 0;
  for (const std::string fault : {"EIO", "ENOSPC", "ENOSPC+", "EACCES"}) {
    for (const long number : numbers(calls, 12)) {
      CAPTURE(fault);
      CAPTURE(number);
      project.put_back();
      const ProgramRun run = project.build(ChangedProject::with(fault, number, "writes"));
      CAPTURE(run.err);
      CHECK(state(project, project.dist()) == (run.status == 0 ? "new" : "old"));
      CHECK(run.err.empty() == (run.status == 0));
      ++(run.status == 0 ? harmless : failed);
      REQUIRE(project.next_command().status == 0);
      CHECK(state(project, project.everything_in_dist()) == (run.status == 0 ? "new" : "old"));
    }
  }
  CHECK(failed > 10);
  MESSAGE(fmt::format("{} errors at {} calls, {} without consequences", failed, calls, harmless));
}

/// At each call that reads, `fault` ends in an error and the old output, or has no consequences.
void fail_reading(const std::string& fault) {
  ChangedProject project;
  const long calls = project.calls("reads");
  REQUIRE(calls > 100);
  int failed = 0;
  int harmless = 0;
  for (const long number : numbers(calls, 12)) {
    CAPTURE(number);
    project.put_back();
    const ProgramRun run = project.build(ChangedProject::with(fault, number, "reads"));
    CAPTURE(run.out);
    CAPTURE(run.err);
    CHECK(state(project, project.dist()) == (run.status == 0 ? "new" : "old"));
    CHECK((run.out + run.err).empty() == (run.status == 0));
    ++(run.status == 0 ? harmless : failed);
  }
  CHECK(failed > 3);
  MESSAGE(fmt::format("{} errors at {} calls, {} without consequences", failed, calls, harmless));
}

// Three cases, as a process that tries each call with one of them takes long enough.
TEST_CASE("build: a disk that fails while it is read is an error, never a shorter output") {
  fail_reading("EIO");
}

TEST_CASE("build: what must not be read is an error, never a shorter output") { fail_reading("EACCES"); }

TEST_CASE("build: what cannot be read for want of descriptors is an error, never a shorter output") {
  fail_reading("EMFILE");
}
