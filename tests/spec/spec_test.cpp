// Runs the examples in the documents beside this file. An example stands between two lines of 32 backticks,
// the first followed by "example": Markdown, a line with a single dot, then the program it becomes and what
// is wrong with it.
//
//   UPDATE_GOLDEN=1 spec_test    writes what comes out into the documents, and fails: look at the difference

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "compile/dump.hpp"
#include "support/compiled_page.hpp"
#include "support/source_dir.hpp"

namespace tailorbird::test {
namespace {

namespace fs = std::filesystem;

const std::string fence(32, '`');

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<fs::path> documents() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(test::source_dir() / "tests/spec")) {
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string outcome(const std::string& markdown) {
  const Site site = small_site();
  const Compiled page = compile_page(page_with(markdown), site);
  return dump(page.program, site) + listing_of(page.diagnostics);
}

/// A document with the outcomes that the examples have now.
struct Run {
  std::string text;
  std::size_t examples = 0;
  std::vector<std::string> failures;
};

/// The lines of one example.
struct Example {
  std::size_t line = 0;
  std::string markdown;
  std::string expected;
  bool has_dot = false;

  void add(std::string_view text) {
    if (!has_dot && text == ".") {
      has_dot = true;
    } else {
      (has_dot ? expected : markdown) += std::string(text) + "\n";
    }
  }
};

void finish(Run& run, const Example& example, const std::string& file) {
  const std::string actual = outcome(example.markdown);
  ++run.examples;
  run.text += example.markdown + ".\n" + actual;
  if (actual == example.expected && example.has_dot) return;
  run.failures.push_back(file + ":" + std::to_string(example.line) + "\n--- expected\n" + example.expected +
                         "--- actual\n" + actual);
}

Run run_document(const fs::path& path) {
  Run run;
  Example example;
  bool inside = false;
  std::size_t number = 0;
  const std::string text = read(path);
  for (const std::string_view line :
       split(std::string_view(text).substr(0, text.size() - (text.ends_with('\n') ? 1 : 0)), '\n')) {
    ++number;
    if (inside && line == fence) {
      finish(run, example, path.filename().string());
      inside = false;
    } else if (inside) {
      example.add(line);
      continue;
    } else if (line == fence + " example") {
      inside = true;
      example = {};
      example.line = number;
    }
    run.text += std::string(line) + "\n";
  }
  if (inside) run.failures.push_back(path.filename().string() + ": an example without its end");
  return run;
}

}  // namespace

TEST_CASE("spec: the examples in the documents come out as they say") {
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  std::size_t examples = 0;
  for (const fs::path& path : documents()) {
    const Run run = run_document(path);
    examples += run.examples;
    CHECK_MESSAGE(run.examples > 0, path.filename().string() << " has no examples");
    if (update && !run.failures.empty()) {
      std::ofstream(path, std::ios::binary) << run.text;
      MESSAGE("updated, not passed: ", path.filename().string());
    }
    for (const std::string& failure : run.failures) {
      FAIL_CHECK(failure << "UPDATE_GOLDEN=1 spec_test writes this into the document");
    }
  }
  CHECK(examples >= 100);
}

}  // namespace tailorbird::test
