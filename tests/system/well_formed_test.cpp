#include <doctest/doctest.h>
#include <ostream>

#include "support/source_dir.hpp"
#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

/// The pages below `folder`, as paths.
std::vector<std::string> pages_in(const std::filesystem::path& folder) {
  std::vector<std::string> pages;
  for (const auto& [path, bytes] : read_tree(folder)) {
    if (path.ends_with(".html")) pages.push_back((folder / path).string());
  }
  return pages;
}

/// What libxml2 says against the pages; empty when all are well-formed XML.
std::string problems_of(const TempDir& dir, const std::vector<std::string>& pages) {
  Arguments arguments = {"xmllint", "--nonet", "--noout"};
  arguments.insert(arguments.end(), pages.begin(), pages.end());
  const ProgramRun run = run_program("/usr/bin/env", arguments, {dir.path(), {}});
  return run.status == 0 ? std::string() : "status " + std::to_string(run.status) + "\n" + run.err;
}

}  // namespace

TEST_CASE("well-formed: an XML parser reads every page of a small project, in every format") {
  const TempDir dir;
  Tree files = project_files(2,
                             "A [label][l], a note[^1], a & b < c, “quotes”, 日本語 and &copy;.\n\n[l]: "
                             "page-0.md \"A & b\"\n\n[^1]: The note.");
  write_project(dir, files);
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--quiet"});
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  const std::vector<std::string> pages = pages_in(dir.path() / "site/dist");
  CHECK(pages.size() > 10);
  CHECK(problems_of(dir, pages) == "");
}

TEST_CASE("well-formed: an XML parser reads every page of a bundle of our own content") {
  const TempDir dir;
  const ProgramRun run =
      run_tailorbird(dir, {"build", "--root", source_dir().string(), "--out", (dir.path() / "out").string(),
                           "--profile", "meander", "--bundle", "employees", "--no-zip", "--quiet"});
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  const std::vector<std::string> pages = pages_in(dir.path() / "out");
  CHECK(pages.size() > 100);
  CHECK(problems_of(dir, pages) == "");
}

TEST_CASE("well-formed: a page that is no XML is found") {
  const TempDir dir;
  dir.write("page.html", "<!DOCTYPE html><p>Words<br></p>");
  CHECK(problems_of(dir, {"page.html"}).find("mismatch") != std::string::npos);
}
