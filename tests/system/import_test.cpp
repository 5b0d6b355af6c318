// What `import` promises beyond its goldens (tests/golden/import).

#include <doctest/doctest.h>
#include <ostream>

#include "support/source_dir.hpp"
#include "system/project.hpp"

using namespace tailorbird::test;

TEST_CASE("import: without pandoc a Word document is an error that names the package") {
  const TempDir dir;
  write_project(dir, project_files(1, "Everybody reads this."));
  dir.write("in/a.docx", "no matter what");
  const ProgramRun run =
      run_program(TAILORBIRD_PROGRAM, {"import", "in", "--into", "content/en", "--root", "site"},
                  {dir.path(), {{"PATH", "/nowhere"}}});
  CHECK(run.status == 2);
  CHECK(run.err ==
        "tailorbird: Word documents are read by pandoc, which is not installed: sudo apt install pandoc\n");
}

TEST_CASE("import: the documentation of this project comes in, and the project still builds") {
  const TempDir dir;
  write_project(dir, project_files(1, "Everybody reads this."));
  const std::filesystem::path docs = source_dir() / "docs";
  const ProgramRun import =
      run_program(TAILORBIRD_PROGRAM,
                  {"import", docs.string(), "--into", "content/en/docs", "--root", "site"}, {dir.path(), {}});
  CAPTURE(import.err);
  CHECK(import.status == 1);  // its links to what is not handed out, a page that shows a conflict of versions
  const ProgramRun check =
      run_program(TAILORBIRD_PROGRAM, {"check", "--root", "site", "--quiet"}, {dir.path(), {}});
  CAPTURE(check.err);
  CHECK(check.status == 0);
}
