// A build in which one call to the disk fails, for every call: it ends with an error, and what was there
// stays.

#include <doctest/doctest.h>
#include <ostream>

#include "base/memory_files.hpp"
#include "build/build.hpp"
#include "support/source_dir.hpp"
#include "support/talk_site.hpp"
#include "support/temp_dir.hpp"
#include "support/tree.hpp"
#include "write/scorm/versions.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

constexpr std::string_view profile_yaml = R"(languages: [en]
organisation: {name: A, logo: a.svg}
contacts: {oh: {name: Dr B}}
bundles: [{id: all, formats: [site, scorm12]}]
)";

constexpr std::string_view drawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4" height="4"><path d="M0 0h4"/></svg>)";

void put_project(MemoryFiles& files) {
  files.put("/p/content/site.yaml", std::string(talk_site));
  files.put("/p/content/sources.yaml", "S1: {title: One}\n");
  files.put("/p/content/en/index.md", "---\ntitle: Start\n---\n\nTalk first.\n\n![A line](line.svg)\n");
  files.put("/p/content/en/line.svg", std::string(drawing));
  files.put("/p/profiles/a.yaml", std::string(profile_yaml));
  files.put("/p/profiles/a.svg", std::string(drawing));
  for (const ScormVersion& version : scorm_versions()) {
    for (const ScormNamespace& one : version.namespaces)
      files.put("/data/scorm/" + std::string(version.control_documents) + "/" + std::string(one.schema),
                "<schema/>");
  }
  const fs::path theme = source_dir() / "themes/default";
  const std::vector<std::string> names = list_files(theme).value();
  for (const std::string& name : names) files.put("/themes/default/" + name, *read_file(theme / name));
}

BuildRequest request(const Files& files, const fs::path& out, unsigned jobs = 1) {
  BuildRequest request;
  request.root = "/p";
  request.files = &files;
  request.out = out;
  request.theme_folders = {"/themes"};
  request.data_folder = "/data";
  request.jobs = jobs;
  return request;
}

/// What a build says that should have worked, or nothing.
std::string complaint(const Result<BuildReport>& report) {
  if (!report) return report.error().message;
  for (const Diagnostic& one : report->diagnostics) {
    if (one.severity == Severity::error) return one.where.file + ": " + one.message;
  }
  return {};
}

}  // namespace

TEST_CASE(
    "build: whichever call to the disk fails, it is an error that names the path, and the output stays") {
  const TempDir dir;
  const fs::path out = dir.path() / "dist";
  MemoryFiles project;
  put_project(project);
  const Result<BuildReport> first = build(request(project, out));
  REQUIRE(complaint(first) == "");
  REQUIRE(first->written);
  const Tree before = read_tree(out);

  project.put("/p/content/en/index.md", "---\ntitle: Start\n---\n\nChanged.\n\n![A line](line.svg)\n");
  const FailingFiles all(project, 0);
  REQUIRE(complaint(build(request(all, dir.path() / "all"))) == "");
  CHECK(all.calls() > 200);  // the project, and the theme twice: for its words and for the revision
  for (const unsigned jobs : {1U, 2U}) {
    for (std::size_t nth = 1; nth <= all.calls(); ++nth) {
      const FailingFiles files(project, nth);
      BuildRequest asked = request(files, out, jobs);
      asked.prune = true;
      const std::string said = complaint(build(asked));
      CAPTURE(jobs);
      CAPTURE(nth);
      CAPTURE(said);
      CHECK(said.find("Input/output error") != std::string::npos);
      CHECK(said.find('/') != std::string::npos);
      CHECK(differing(before, read_tree(out)) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("build: --prune does nothing when there is no profile") {
  const TempDir dir;
  MemoryFiles project;
  put_project(project);
  REQUIRE(build(request(project, dir.path() / "dist")));
  const Tree before = read_tree(dir.path() / "dist");

  MemoryFiles without;
  without.put("/p/content/site.yaml", std::string(talk_site));
  without.put("/p/content/en/index.md", "---\ntitle: Start\n---\n\nTalk.\n");
  BuildRequest pruning = request(without, dir.path() / "dist");
  pruning.prune = true;
  const Result<BuildReport> report = build(pruning);
  REQUIRE_FALSE(report);
  CHECK(report.error().message.starts_with("there is no profile in profiles/, so --prune would remove"));
  CHECK(differing(before, read_tree(dir.path() / "dist")) == std::vector<std::string>{});
}

TEST_CASE("build: unsaved text of an editor is built as if it were saved") {
  const TempDir dir;
  dir.write("content/site.yaml", talk_site);
  dir.write("content/en/index.md", "---\ntitle: Start\n---\n\nSaved words.\n");
  dir.write("profiles/a.yaml", "languages: [en]\norganisation: {name: A}\nbundles: [{id: all}]\n");
  MemoryFiles unsaved(&disk());
  unsaved.put(dir.path() / "content/en/index.md", "---\ntitle: Start\n---\n\nUnsaved words.\n");
  BuildRequest asked = request(unsaved, dir.path() / "dist");
  asked.root = dir.path();
  asked.theme_folders = {source_dir() / "themes"};
  REQUIRE(complaint(build(asked)) == "");
  CHECK(read_tree(dir.path() / "dist").at("a/all/site/en/index.html").find("Unsaved words") !=
        std::string::npos);
}
