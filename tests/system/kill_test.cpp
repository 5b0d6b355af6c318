#include <csignal>
#include <doctest/doctest.h>
#include <ostream>
#include <set>

#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

/// The part of a tree below `folder`.
Tree part(const Tree& tree, const std::string& folder) {
  Tree result;
  for (const auto& [path, bytes] : tree) {
    if (path.starts_with(folder)) result[path] = bytes;
  }
  return result;
}

}  // namespace

TEST_CASE("build: killed at any moment, each bundle is wholly the old or wholly the new one") {
  const Tree old_files = project_files(60, "The old words.");
  const Tree new_files = project_files(60, "The new words.");
  const TempDir scratch;
  write_project(scratch, new_files);
  REQUIRE(run_tailorbird(scratch, {"build", "--root", "site", "--quiet"}).status == 0);
  const Tree new_dist = read_tree(scratch.path() / "site/dist");

  const TempDir dir;
  write_project(dir, old_files);
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site", "--quiet"}).status == 0);
  const Tree old_dist = read_tree(dir.path() / "site/dist");
  write_project(dir, new_files);

  int killed = 0;
  bool finished = false;
  for (unsigned after = 2000; after < 5'000'000 && !finished; after += after / 4) {
    const ProgramRun run =
        run_program(TAILORBIRD_PROGRAM, {"build", "--root", "site", "--quiet"}, {dir.path(), {}, after});
    finished = run.status == 0;
    if (!finished) {
      REQUIRE(run.status == 128 + SIGKILL);
      ++killed;
    }
    const Tree dist = read_tree(dir.path() / "site/dist");
    for (const std::string unit :
         {"example/managers/site/", "example/employees/site/", "example/managers/example-managers-site.zip",
          "example/employees/example-employees-site.zip", "build.json"}) {
      CAPTURE(after);
      CAPTURE(unit);
      const bool is_old = part(dist, unit) == part(old_dist, unit);
      const bool is_new = part(dist, unit) == part(new_dist, unit);
      CHECK((is_old || is_new));
    }
  }
  CHECK(finished);
  CHECK(killed > 5);
  CHECK(differing(new_dist, read_tree(dir.path() / "site/dist"))
            .empty());  // and nothing of the killed ones is left
}

TEST_CASE("build: a folder that may not be written to is said, with what to do") {
  const TempDir dir;
  write_project(dir, project_files(0, ""));
  dir.write("site/dist", "a file where the folder belongs");
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--quiet"});
  CHECK(run.status == 2);
  CHECK(run.err ==
        "tailorbird: cannot make the folder site/dist: Not a directory (a file lies where a folder is "
        "needed; move it away)\n");
}
