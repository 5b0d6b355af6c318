// Builds that know the last one, with a disk that fails or a machine that stops at the n-th call: what is
// kept of a build is never believed when it is not whole.

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <ostream>

#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

/// The calls of `last` that are tried: about `some`, or all with TAILORBIRD_FAULTS=all.
std::vector<long> numbers(long last, long some) {
  const char* asked = std::getenv("TAILORBIRD_FAULTS");
  const bool all = asked != nullptr && std::string_view(asked) == "all";
  std::vector<long> chosen;
  for (long number = last; number > 0; number -= all ? 1 : std::max(1L, last / some))
    chosen.push_back(number);
  return chosen;
}

/// A project that is built with the library that makes calls fail, as that is part of the program.
class Project {
 public:
  Project() { write_project(dir_, project_files(1, "The old words.")); }

  ProgramRun build(const std::string& fault = {}, const std::string& kind = "reads") {
    Environment environment = {{"LD_PRELOAD", FAULT_INJECTOR}, {"TAILORBIRD_FAULT_CALLS", kind}};
    if (!fault.empty()) environment.emplace_back("TAILORBIRD_FAULT", fault);
    environment.emplace_back("TAILORBIRD_FAULT_REPORT", (dir_.path() / "count").string());
    return run_tailorbird(dir_, {"build", "--root", "site", "--jobs", "1"}, environment);
  }

  /// How many calls of a kind the next build makes.
  long calls(const std::string& kind) {
    REQUIRE(build({}, kind).status == 0);
    return std::stol(dir_.read("count"));
  }

  void say(const std::string& words) {
    for (const auto& [path, bytes] : project_files(1, words)) dir_.write("site/" + path, bytes);
  }

  Tree dist() const {
    Tree tree = read_tree(dir_.path() / "site/dist");
    std::erase_if(tree, [](const auto& file) { return file.first.starts_with('.'); });
    return tree;
  }

  bool keeps_a_build() const {
    return std::filesystem::exists(dir_.path() / "site/.dist.tailorbird-cache/last-build");
  }

 private:
  TempDir dir_;
};

}  // namespace

TEST_CASE("build of nothing new: a call that fails leads to a whole build or an error") {
  Project project;
  const ProgramRun first = project.build();
  REQUIRE(first.status == 0);
  const Tree made = project.dist();
  const long calls = project.calls("reads");
  REQUIRE(calls > 100);
  REQUIRE(calls < 1000);  // it reads nothing but what it keeps
  int errors = 0;
  for (const std::string fault : {"EIO", "EACCES", "EMFILE"}) {
    for (const long number : numbers(calls, 8)) {
      CAPTURE(fault);
      CAPTURE(number);
      const ProgramRun run = project.build(fmt::format("{}:{}", fault, number));
      CAPTURE(run.err);
      CHECK((run.status == 0 || run.status == 2));
      if (run.status == 0) CHECK(run.out == first.out);
      if (run.status != 0) ++errors;
      CHECK(project.dist() == made);
    }
  }
  MESSAGE(fmt::format("{} of {} calls, {} errors", 3 * numbers(calls, 8).size(), calls, errors));
}

TEST_CASE("build of something new: killed or failing at any call, the next build has the new output") {
  Project project;
  REQUIRE(project.build().status == 0);
  const Tree old = project.dist();
  project.say("The new words.");
  const long calls = project.calls("writes");
  const Tree fresh = project.dist();
  REQUIRE(old != fresh);
  REQUIRE(project.keeps_a_build());
  int kept = 0;
  for (const std::string fault : {"kill", "EIO", "ENOSPC+"}) {
    std::vector<long> chosen = numbers(calls, 4);
    for (long number = calls; number > calls - 12; number -= 4) chosen.push_back(number);  // where it is kept
    for (const long number : chosen) {
      CAPTURE(fault);
      CAPTURE(number);
      project.say("The old words.");
      REQUIRE(project.build().status == 0);
      REQUIRE(project.dist() == old);
      project.say("The new words.");
      const ProgramRun run = project.build(fmt::format("{}:{}", fault, number), "writes");
      if (run.status == 0) CHECK(project.dist() == fresh);
      if (project.keeps_a_build()) ++kept;
      REQUIRE(project.build().status == 0);
      CHECK(project.dist() == fresh);
    }
  }
  CHECK(kept > 0);
  MESSAGE(fmt::format("{} calls, kept {} times", calls, kept));
}
