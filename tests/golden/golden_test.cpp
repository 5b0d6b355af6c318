// golden_test PROGRAM [CASE]…: runs all golden cases, or those whose names contain one of the words. Ends
// with status 0 when all passed, 1 when one failed, 3 when some were updated.

#include "support/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>

using namespace tailorbird::test;

namespace {

struct Counts {
  int passed = 0;
  int failed = 0;
  int updated = 0;
};

bool is_wanted(const GoldenCase& one, const std::vector<std::string>& filter) {
  return filter.empty() || std::any_of(filter.begin(), filter.end(), [&](const std::string& word) {
           return one.name.find(word) != std::string::npos;
         });
}

void count(const GoldenCase& one, const GoldenResult& result, const std::string& how_to_update,
           Counts& counts) {
  switch (result.kind) {
    case GoldenResult::Kind::passed:
      ++counts.passed;
      return;
    case GoldenResult::Kind::updated:
      ++counts.updated;
      fmt::print("updated: {}\n", one.name);
      return;
    case GoldenResult::Kind::failed:
      ++counts.failed;
      fmt::print("FAILED: {}\n{}To keep what was got: UPDATE_GOLDEN=1 {} {}\n\n", one.name, result.report,
                 how_to_update, one.name);
      return;
  }
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 2) {
    fmt::print(stderr, "usage: golden_test PROGRAM [CASE]...\n");
    return 2;
  }
  const std::filesystem::path program = std::filesystem::absolute(arguments[1]);
  const std::vector<std::string> filter(arguments + 2, arguments + argument_count);
  const char* update = std::getenv("UPDATE_GOLDEN");
  const bool updates = update != nullptr && std::string_view(update) == "1";
  const std::string how_to_update = fmt::format("{} {}", arguments[0], arguments[1]);

  Counts counts;
  for (const GoldenCase& one : golden_cases(std::filesystem::path(TAILORBIRD_SOURCE_DIR) / "tests/golden")) {
    if (is_wanted(one, filter)) count(one, run_golden(one, program, updates), how_to_update, counts);
  }
  fmt::print("golden: {} passed, {} failed, {} updated\n", counts.passed, counts.failed, counts.updated);
  const bool none = counts.passed + counts.failed + counts.updated == 0;
  if (none) fmt::print("no such case\n");
  if (counts.failed > 0 || none) return 1;
  return counts.updated > 0 ? 3 : 0;
}
