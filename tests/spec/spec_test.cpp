// Runs the examples in the documents beside this file. An example stands between two lines of 32 backticks,
// the first followed by "example": Markdown, a line with a single dot, then the program it becomes and what
// is wrong with it.
//
//   UPDATE_GOLDEN=1 spec_test    writes what comes out into the documents, and fails: look at the difference

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
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

struct Example {
  std::string name;  // "spec: links.md:4"
  fs::path document;
  unsigned line = 0;
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

std::vector<std::string_view> lines_of(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return split(text, '\n');
}

/// Calls `plain` with each line outside of examples and `example` with each example, in their order.
template <typename Plain, typename Whole>
void read_document(const fs::path& path, const Plain& plain, const Whole& whole) {
  Example example;
  bool inside = false;
  unsigned number = 0;
  const std::string text = read(path);
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (inside && line != fence) {
      example.add(line);
      continue;
    }
    if (inside) {
      whole(example);
      inside = false;
    } else if (line == fence + " example") {
      inside = true;
      example = {};
      example.document = path;
      example.line = number;
      example.name = "spec: " + path.filename().string() + ":" + std::to_string(number);
    }
    plain(line);
  }
  if (inside) throw std::runtime_error(path.string() + ": an example without its end");
}

/// All examples, at places that do not move: the test cases are called by their names.
const std::deque<Example>& all_examples() {
  static const std::deque<Example> examples = [] {
    std::deque<Example> found;
    for (const fs::path& path : documents()) {
      read_document(
          path, [](std::string_view) {}, [&](const Example& example) { found.push_back(example); });
    }
    return found;
  }();
  return examples;
}

bool is_update() {
  const char* update = std::getenv("UPDATE_GOLDEN");
  return update != nullptr && std::string_view(update) == "1";
}

/// The test case that runs now is an example; doctest has the name it was registered with.
void run_example() {
  const std::string name = doctest::getContextOptions()->currentTest->m_name;
  const auto example = std::find_if(all_examples().begin(), all_examples().end(),
                                    [&](const Example& one) { return one.name == name; });
  REQUIRE(example != all_examples().end());
  REQUIRE_MESSAGE(example->has_dot, "a line with a single dot parts the Markdown from what it becomes");
  CHECK(outcome(example->markdown) == example->expected);
}

/// A test case for each example. An updated document is not a passed one, so then there are none.
const bool registered = [] {
  if (is_update()) return false;
  for (const Example& example : all_examples()) {
    doctest::detail::regTest(doctest::detail::TestCase(run_example, example.document.c_str(), example.line,
                                                       doctest::detail::TestSuite() * "") *
                             example.name.c_str());
  }
  return true;
}();

}  // namespace

TEST_CASE("spec: each document has examples" * doctest::skip(is_update())) {
  CHECK(registered);
  CHECK(all_examples().size() >= 100);
  for (const fs::path& path : documents()) {
    CHECK_MESSAGE(std::any_of(all_examples().begin(), all_examples().end(),
                              [&](const Example& one) { return one.document == path; }),
                  path.filename().string());
  }
}

TEST_CASE("spec: documents are rewritten on request, which is no pass" * doctest::skip(!is_update())) {
  for (const fs::path& path : documents()) {
    std::string text;
    read_document(
        path, [&](std::string_view line) { text += std::string(line) + "\n"; },
        [&](const Example& example) { text += example.markdown + ".\n" + outcome(example.markdown); });
    if (text == read(path)) continue;
    std::ofstream(path, std::ios::binary) << text;
    FAIL_CHECK("updated, not passed: " << path.filename().string());
  }
}

}  // namespace tailorbird::test
