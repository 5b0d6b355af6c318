// What stands around a project: the shell that completes, the folder one is in, the editors' own comments.

#include <array>
#include <doctest/doctest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.hpp"
#include "support/run_program.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

const fs::path program = TAILORBIRD_PROGRAM;

fs::path example() { return source_dir() / "docs/reference/example/project"; }

/// What bash offers for the line, whose last word is being typed.
std::string offered(const TempDir& dir, const std::string& line) {
  dir.write("tailorbird.bash", run_program(program, {"completion", "bash"}, {dir.path(), {}}).out);
  const std::string script =
      "source ./tailorbird.bash; PATH=" + program.parent_path().string() + ":$PATH; cd " +
      example().string() + "; COMP_WORDS=(" + line + " ''); if [[ '" + line +
      "' != *' ' ]]; then unset 'COMP_WORDS[-1]'; fi; "
      "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _tailorbird; printf '%s ' \"${COMPREPLY[@]}\"";
  const ProgramRun run = run_program("/bin/bash", {"-c", script}, {dir.path(), {}});
  CHECK(run.err.empty());
  return run.out;
}

}  // namespace

TEST_CASE("completion: bash offers commands, options, and what the project has") {
  const TempDir dir;
  CHECK(offered(dir, "tailorbird exp") == "explain ");
  CHECK(offered(dir, "tailorbird build --pro") == "--profile ");
  CHECK(offered(dir, "tailorbird build --profile ") == "mill ");
  CHECK(offered(dir, "tailorbird check --bundle ") == "managers employees ");
  CHECK(offered(dir, "tailorbird check --diagnostics sa") == "sarif ");
  CHECK(offered(dir, "tailorbird list var") == "variables ");
  CHECK(offered(dir, "tailorbird explain link-target-") == "link-target-missing ");
  CHECK(offered(dir, "tailorbird schema gl") == "glossary ");
  CHECK(offered(dir, "tailorbird translate ex") == "export ");
}

TEST_CASE("completion: zsh and fish can read their scripts") {
  const TempDir dir;
  for (const std::string shell : {"zsh", "fish"}) {
    CAPTURE(shell);
    dir.write(shell, run_program(program, {"completion", shell}, {dir.path(), {}}).out);
    const ProgramRun run = run_program("/usr/bin/" + shell, {"-n", shell}, {dir.path(), {}});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
  }
}

namespace {

/// The program on a terminal of its own, and all that it says there while somebody types `lines`.
std::string on_terminal(const TempDir& dir, const std::string& command, const std::string& lines,
                        int& status) {
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    const std::string line = "cd " + dir.path().string() + " && exec " + program.string() + " " + command;
    execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
    _exit(127);
  }
  REQUIRE(write(terminal, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()));
  std::string said;
  std::array<char, 4096> bytes{};
  for (ssize_t size = 0; (size = read(terminal, bytes.data(), bytes.size())) > 0;)
    said.append(bytes.data(), static_cast<std::size_t>(size));
  waitpid(child, &status, 0);
  close(terminal);
  return said;
}

}  // namespace

TEST_CASE("init: on a terminal it asks, asks again where an answer cannot be, and makes the project") {
  const TempDir dir;
  int status = -1;
  const std::string said =
      on_terminal(dir, "init mill", "klingon\nen, nl\nnothing\nblank\n!!!\nThe Mill\n", status);
  CHECK(status == 0);
  CHECK(said.find("`klingon` is not a language of the default theme") != std::string::npos);
  CHECK(said.find("there is no sample `nothing`; it is rtw or blank") != std::string::npos);
  CHECK(said.find("`!!!` cannot become the name of a file") != std::string::npos);
  CHECK(dir.read("mill/profiles/the-mill.yaml").find("The Mill") != std::string::npos);
  CHECK(dir.read("mill/content/nl/index.md").size() > 20);
  CHECK(run_program(program, {"check", "--strict", "--root", "mill"}, {dir.path(), {}}).status == 0);
}

TEST_CASE("init: on a terminal, nothing but Enter takes what is proposed") {
  const TempDir dir;
  int status = -1;
  on_terminal(dir, "init", "\n\n\n", status);
  CHECK(status == 0);
  CHECK(dir.read("profiles/example.yaml").find("Example Works") != std::string::npos);
}

TEST_CASE("check: an editor's text that is not saved yet comes from standard input") {
  const TempDir dir;
  fs::copy(example(), dir.path() / "mill", fs::copy_options::recursive);
  dir.write("unsaved", "---\ntitle: Start\n---\n[nowhere](nowhere.md)\n");
  const auto found = [&](const std::string& folder, const std::string& file) {
    const std::string line = "cd " + (dir.path() / folder).string() + " && " + program.string() +
                             " check --diagnostics json --quiet --stdin-path " + file + " < " +
                             (dir.path() / "unsaved").string();
    return run_program("/bin/sh", {"-c", line}, {dir.path(), {}});
  };
  const std::string before = dir.read("mill/content/en/index.md");
  for (const auto& [folder, file] :
       {std::pair("mill", "content/en/index.md"), std::pair("mill/content", "en/index.md"),
        std::pair("mill/content", "content/en/index.md")}) {
    CAPTURE(file);
    const ProgramRun run = found(folder, file);
    CHECK(run.status == 1);
    CHECK(run.out.find("\"message\": \"no page `nowhere.md`\"") != std::string::npos);
  }
  CHECK(dir.read("mill/content/en/index.md") == before);
}

TEST_CASE("project: it is found from any folder below it") {
  const ProgramRun run = run_program(program, {"list", "editions"}, {example() / "content/en", {}});
  CHECK(run.status == 0);
  CHECK(run.out.find("mill/managers/en") != std::string::npos);
}

TEST_CASE("comments: what editors write for each other is in no file of an output") {
  const TempDir dir;
  fs::copy(example(), dir.path() / "site", fs::copy_options::recursive);
  dir.write("site/content/en/page.md",
            "---\ntitle: Page  # Kestrel in YAML\n---\n\n<!-- Kestrel on a line -->\n\nWords.\n\n- one\n"
            "  <!-- Kestrel\n  in an item -->\n");
  const ProgramRun run = run_program(program, {"build", "--root", "site"}, {dir.path(), {}});
  CHECK_MESSAGE(run.status == 0, run.err);
  const Result<std::vector<std::string>> files = list_files(dir.path() / "site/dist/mill/managers/site");
  REQUIRE(files);
  CHECK(files->size() > 10);
  for (const std::string& file : *files) {
    CAPTURE(file);
    CHECK(dir.read("site/dist/mill/managers/site/" + file).find("Kestrel") == std::string::npos);
  }
}

TEST_CASE("diff: an earlier folder or zip is compared with what is built now") {
  const TempDir dir;
  fs::copy(example(), dir.path() / "site", fs::copy_options::recursive);
  const std::string head =
      "---\ntitle: The talk\nowner: hr\nreviewed: 2026-05-04\nreview-in: 12 months\n---\n\n";
  dir.write("site/content/en/talk.md", head + "Find a quiet room.\n\nTake your time.\n");
  REQUIRE(run_program(program, {"build", "--root", "site", "--out", "old"}, {dir.path(), {}}).status == 0);
  const std::string zip = "old/mill/managers/mill-managers-site.zip";
  REQUIRE(fs::exists(dir.path() / zip));
  const ProgramRun same = run_program(program, {"diff", "old", "--root", "site"}, {dir.path(), {}});
  CHECK(same.status == 0);
  CHECK(same.out.find("No page differs") != std::string::npos);

  dir.write("site/content/en/talk.md", head + "Find a room with a door.\n\nTake your time.\n");
  const ProgramRun changed = run_program(program, {"diff", "old", "--root", "site"}, {dir.path(), {}});
  CHECK(changed.status == 1);
  CHECK_MESSAGE(changed.out.find("\nchanged en/talk.html: The talk\n"
                                 "  from content/en/talk.md\n"
                                 "  in mill/employees/en, mill/managers/en\n"
                                 "  - Find a quiet room.\n"
                                 "  + Find a room with a door.\n") != std::string::npos,
                changed.out);
  CHECK(changed.out.find("  content/en/talk.md (last on 2026-05-04)\n") != std::string::npos);
  const ProgramRun zipped = run_program(program, {"diff", zip, "--root", "site"}, {dir.path(), {}});
  CHECK_MESSAGE(zipped.out.find("  in mill/managers/en\n  - Find a quiet room.\n") != std::string::npos,
                (zipped.out + zipped.err));

  const ProgramRun review =
      run_program(program, {"diff", "old", "--root", "site", "--as", "review"}, {dir.path(), {}});
  CHECK(review.out.find("<del>quiet room.</del>") != std::string::npos);
  CHECK(review.out.find("kept by hr, last reviewed on 2026-05-04") != std::string::npos);
  CHECK(!fs::exists(dir.path() / "site/dist"));
}
