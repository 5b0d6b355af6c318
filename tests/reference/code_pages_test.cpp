// Each page of docs/reference/codes/ says what the table says, and its examples do what they promise.
// UPDATE_GOLDEN=1 rewrites the pages; the test then fails, so that nobody takes it for a pass.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "build/build.hpp"
#include "diag/print.hpp"
#include "package/check_package.hpp"
#include "report/code_page.hpp"
#include "support/example_folder.hpp"
#include "support/kept_page.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"
#include "write/scorm/versions.hpp"
#include "write/zip.hpp"

namespace tailorbird::test {
namespace {

/// The page of a code that is being looked at: TAILORBIRD_CODE=link-target-missing; all without.
bool is_wanted(std::string_view code) {
  const char* value = std::getenv("TAILORBIRD_CODE");
  return value == nullptr || code == value;
}

/// Codes without an example: something else stops such a project before, it would be too long, or it depends
/// on what is installed.
constexpr auto without_example = std::to_array<std::string_view>(
    {"booklet-without-pdf", "box-empty", "file-leaked", "findings-too-many", "output-twice", "page-too-large",
     "single-over-budget", "theme-template-too-large"});

bool has_examples(std::string_view code) {
  return std::find(without_example.begin(), without_example.end(), code) == without_example.end();
}

std::string page_name(std::string_view code) { return fmt::format("reference/codes/{}.md", code); }

/// The part of the table about packages of any origin: their examples stand in a package.
bool is_about_packages(std::string_view code) { return code.starts_with("package-"); }

/// One example in a folder of its own, with control documents of SCORM that only have the right names.
class Example {
 public:
  Example(std::string_view code, const std::vector<ExampleFile>& files)
      : code_(code), root_(dir_.path() / "example") {
    const std::string_view base = is_about_packages(code) ? "package" : "project";
    fs::copy(source_dir() / "docs/reference/example" / base, root_, fs::copy_options::recursive);
    for (const ScormVersion& version : scorm_versions()) {
      for (const ScormNamespace& one : version.namespaces)
        dir_.write(fmt::format("data/scorm/{}/{}", version.control_documents, one.schema), "<schema/>");
    }
    for (const ExampleFile& file : files) put_example(file, root_, dir_.path() / "data");
  }

  std::vector<Diagnostic> findings() const { return is_about_packages(code_) ? of_package() : of_project(); }

  /// The first finding with the code, as `check` shows it, without the folder's own place.
  std::string says() const {
    std::vector<Diagnostic> found = findings();
    std::erase_if(found, [&](const Diagnostic& one) { return one.code != code_; });
    if (found.size() > 1) found.resize(1);
    const std::string text = diagnostics_text(
        found, {[this](const std::string& file, std::uint32_t line) { return source_line(file, line); }, 2});
    return replace_all(replace_all(text, root_.string() + "/", ""), dir_.path().string() + "/", "");
  }

 private:
  std::vector<Diagnostic> of_project() const {
    BuildRequest request;
    request.root = root_;
    request.theme_folders = {root_ / "themes", source_dir() / "themes"};
    request.data_folder = dir_.path() / "data";
    request.out = dir_.path() / "dist";
    // What is found when packages are written.
    request.write = code_.starts_with("scorm-") || code_ == "theme-not-well-formed";
    request.today = "2026-12-01";
    const Result<BuildReport> report = build(request);
    REQUIRE_MESSAGE(report, (report ? "" : report.error().message));
    return report->diagnostics;
  }

  std::vector<Diagnostic> of_package() const {
    const fs::path zip = root_ / "course.zip";
    if (!fs::exists(zip)) {
      std::vector<ZipEntry> entries = {{"imsmanifest.xml", {}, root_ / "imsmanifest.xml"}};
      const Result<std::vector<std::string>> names = list_files(root_);
      REQUIRE(names);
      for (const std::string& name : *names) {
        if (name != "imsmanifest.xml") entries.push_back({name, {}, root_ / name});
      }
      REQUIRE(write_zip(zip, entries));
    }
    const Result<Diagnostics> found = check_package(zip, true);
    REQUIRE(found);
    return merged(found->all());
  }

  std::optional<std::string> source_line(const std::string& file, std::uint32_t line) const {
    const Result<std::string> bytes = read_file(root_ / file);
    if (!bytes) return std::nullopt;
    const auto lines = split(*bytes, '\n');
    if (line == 0 || line > lines.size() || lines[line - 1].size() > 200) return std::nullopt;
    return std::string(lines[line - 1]);
  }

  TempDir dir_;
  std::string code_;
  fs::path root_;
};

bool has(const std::vector<Diagnostic>& found, std::string_view code) {
  return std::any_of(found.begin(), found.end(), [&](const Diagnostic& one) { return one.code == code; });
}

std::string list_of(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& one : found)
    text += fmt::format("{}:{}: {}: {}\n", one.where.file, one.where.start.line, one.code, one.message);
  return text;
}

}  // namespace

TEST_CASE("reference: each code has a page with a bad example that gets it and a good one that does not") {
  for (const DiagnosticCode& code : diagnostic_codes()) {
    if (!is_wanted(code.code)) continue;
    CAPTURE(code.code);
    const fs::path page = code_page_path(source_dir(), code.code);
    if (!has_examples(code.code)) {
      check_kept_page(page_name(code.code), code_page_markdown(code, {}));
      continue;
    }
    const Result<std::string> markdown = read_file(page);
    CHECK(markdown);
    if (!markdown) continue;
    CodeExamples examples = read_code_examples(*markdown);
    CHECK(!examples.bad.empty());
    CHECK(!examples.good.empty());
    const Example bad(code.code, examples.bad);
    const std::vector<Diagnostic> in_bad = bad.findings();
    CHECK_MESSAGE(has(in_bad, code.code), "bad:\n" << list_of(in_bad));
    const std::vector<Diagnostic> in_good = Example(code.code, examples.good).findings();
    CHECK_MESSAGE(!has(in_good, code.code), "good:\n" << list_of(in_good));
    const bool clean = std::none_of(in_good.begin(), in_good.end(),
                                    [](const Diagnostic& one) { return one.severity == Severity::error; });
    CHECK_MESSAGE(clean, "good:\n" << list_of(in_good));
    examples.says = bad.says();
    check_kept_page(page_name(code.code), code_page_markdown(code, examples));
  }
}

TEST_CASE("reference: there is no page of a code that is not in the table") {
  const Result<std::vector<std::string>> files = list_files(source_dir() / "docs/reference/codes");
  REQUIRE(files);
  for (const std::string& file : *files) {
    if (file == "README.md") continue;
    CAPTURE(file);
    CHECK(find_code(file.substr(0, file.rfind('.'))) != nullptr);
  }
}

TEST_CASE("reference: the list of codes says what the table says") {
  check_kept_page("reference/codes/README.md", code_list_markdown());
}

}  // namespace tailorbird::test
