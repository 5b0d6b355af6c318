#include <csignal>
#include <doctest/doctest.h>
#include <filesystem>
#include <ostream>
#include <sys/stat.h>

#include "system/project.hpp"

using namespace tailorbird::test;

TEST_CASE("build: killed at any moment, the next command has the whole old output or the whole new one") {
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
    CAPTURE(after);
    REQUIRE(run_tailorbird(dir, {"list", "editions", "--root", "site"}).status == 0);
    const Tree dist = read_tree(dir.path() / "site/dist");
    CHECK((dist == old_dist || dist == new_dist));
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

TEST_CASE("build: Ctrl-C, SIGTERM and SIGHUP leave the old output and nothing else") {
  const TempDir dir;
  write_project(dir, project_files(400, "Words."));
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site", "--quiet"}).status == 0);
  const Tree before = read_tree(dir.path() / "site/dist");
  int stopped = 0;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    for (unsigned after = 20'000; after < 400'000; after += 60'000) {
      CAPTURE(after);
      ProgramSetting setting{dir.path(), {}, after};
      setting.signal = number;
      const ProgramRun run =
          run_program(TAILORBIRD_PROGRAM, {"build", "--root", "site", "--quiet", "--no-cache"}, setting);
      CHECK((run.status == 0 || run.status == 128 + number));
      if (run.status != 0) ++stopped;
      CHECK(read_tree(dir.path() / "site/dist") == before);
    }
  }
  CHECK(stopped > 0);
}

TEST_CASE("build: what is read is never written to") {
  const TempDir dir;
  write_project(dir, project_files(0, ""));
  for (const std::string out : {"site/content", "site/profiles/out", "site/themes/../content/en"}) {
    CAPTURE(out);
    const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--out", out});
    CHECK(run.status == 2);
    CHECK(run.err.find("choose another folder with --out") != std::string::npos);
  }
  // Said from inside the project, of folders that are not there, and of the one that holds all of them.
  std::filesystem::remove_all(dir.path() / "site/themes");
  for (const std::string out : {"themes", "themes/new", "new/../content/more", ".", "./"}) {
    CAPTURE(out);
    const ProgramRun run =
        run_program(TAILORBIRD_PROGRAM, {"build", "--out", out}, {dir.path() / "site", {}});
    CHECK(run.status == 2);
    CHECK(run.err.find("choose another folder with --out") != std::string::npos);
  }
}

TEST_CASE("build: what stands where a bundle belongs, or in it, and is no file, stays and is named") {
  const TempDir dir;
  write_project(dir, project_files(0, ""));
  const std::filesystem::path site = dir.path() / "site/dist/example/managers/site";
  std::filesystem::create_directories(site);
  REQUIRE(::mkfifo((site / "pipe").c_str(), 0644) == 0);
  const ProgramRun pipe = run_tailorbird(dir, {"build", "--root", "site"});
  CHECK(pipe.status == 2);
  CHECK(pipe.err.find("managers/site/pipe: it is a pipe, a socket or a device; move it away") !=
        std::string::npos);
  CHECK(std::filesystem::is_fifo(site / "pipe"));
  std::filesystem::remove_all(site);
  dir.write("site/dist/example/managers/site", "mine");
  const ProgramRun file = run_tailorbird(dir, {"build", "--root", "site"});
  CHECK(file.status == 2);
  CHECK(file.err.find("a file lies where a folder is needed; move it away") != std::string::npos);
  CHECK(dir.read("site/dist/example/managers/site") == "mine");
}

TEST_CASE("results that cannot be written are an error") {
  const TempDir dir;
  write_project(dir, project_files(0, ""));
  const ProgramRun run = run_program(
      "/bin/sh", {"-c", std::string(TAILORBIRD_PROGRAM) + " list editions --root site > /dev/full"},
      {dir.path(), {}});
  CHECK(run.status == 2);
  CHECK(
      run.err ==
      "tailorbird: cannot write the results: No space left on device (free some space on this disk, then run "
      "the command again)\n");
}

TEST_CASE("build: a limit on the size of files is a message, not a crash") {
  const TempDir dir;
  write_project(dir, project_files(0, ""));
  const ProgramRun run = run_program(
      "/bin/sh", {"-c", "ulimit -f 8; " + std::string(TAILORBIRD_PROGRAM) + " build --root site --quiet"},
      {dir.path(), {}});
  CHECK(run.status == 2);
  CHECK(run.err.find("File too large (files may not be larger here") != std::string::npos);
}
