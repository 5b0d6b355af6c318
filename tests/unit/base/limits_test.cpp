#include "base/limits.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

#include "support/source_dir.hpp"

using namespace tailorbird;

TEST_CASE("limits: docs/limits.md shows the table") {
  std::string rows;
  for (const Limit& limit : limits()) {
    const std::string code = limit.code.empty() ? " " : fmt::format(" `{}` ", limit.code);
    rows += fmt::format("| {} | {} |{}|\n", limit.what, limit.most, code);
  }
  std::ifstream file(tailorbird::test::source_dir() / "docs/limits.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  CHECK(page.find("|---|---|---|\n" + rows + "\n") != std::string::npos);
}
