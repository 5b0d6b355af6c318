// Each bound just under and just over, and pages as large as they may be: time and memory stay small, and
// twice the page takes about twice the time.

#include "base/limits.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <ostream>

#include "limits/inputs.hpp"
#include "system/project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

constexpr double most_seconds = 2;
constexpr std::size_t most_megabytes = 300;

ProgramRun check(const Tree& changes) {
  const TempDir dir;
  Tree files = project_files(0, "");
  for (const auto& [path, bytes] : changes) files[path] = bytes;
  write_project(dir, files);
  return run_tailorbird(dir, {"check", "--root", "site", "--all", "--jobs", "1"});
}

bool says(const ProgramRun& run, std::string_view code) {
  return message_of(run).find(fmt::format("[{}]", code)) != std::string::npos;
}

void check_cost(const ProgramRun& run) {
  CHECK(run.seconds < most_seconds);
  CHECK(run.megabytes < most_megabytes);
  CHECK(run.status <= 1);
}

}  // namespace

TEST_CASE("limits: each bound has an input that comes to it") {
  for (const Limit& limit : limits()) {
    if (limit.code.empty()) continue;  // what a message shows: tests/unit/diag
    CAPTURE(limit.what);
    CHECK(std::ranges::any_of(bound_inputs(), [&](const BoundInput& one) { return one.what == limit.what; }));
  }
}

TEST_CASE("limits: just under a bound nothing is said of it, just over it there is a finding, both soon") {
  for (const BoundInput& input : bound_inputs()) {
    CAPTURE(input.what);
    const auto limit = std::ranges::find(limits(), input.what, &Limit::what);
    REQUIRE(limit != limits().end());
    const auto slack = static_cast<std::size_t>(std::ceil(input.slack * static_cast<double>(limit->most)));
    const ProgramRun under = check(input.make(limit->most - slack));
    const ProgramRun over = check(input.make(limit->most + std::max<std::size_t>(slack, 1)));
    CHECK_FALSE(says(under, limit->code));
    CHECK(says(over, limit->code));
    check_cost(under);
    check_cost(over);
  }
}

TEST_CASE("limits: a page as large as it may be takes little, and twice what half of it takes") {
  double slowest = 0;
  std::size_t largest = 0;
  for (const PageInput& input : page_inputs()) {
    CAPTURE(input.name);
    const auto run = [&](std::size_t bytes) {
      return check({{"content/en/news/limit.md", "---\ntitle: A page\n---\n\n" + page_of(input, bytes)}});
    };
    const ProgramRun half = run(most_page_bytes / 2);
    const ProgramRun whole = run(most_page_bytes);
    check_cost(whole);
    CHECK(whole.seconds < 3 * half.seconds + 0.1);
    slowest = std::max(slowest, whole.seconds);
    largest = std::max(largest, whole.megabytes);
  }
  MESSAGE(fmt::format("at most {:.2f} s and {} MB", slowest, largest));
}
