#include "diag/codes.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <ostream>
#include <set>

#include "text/utf8.hpp"

using namespace tailorbird;

TEST_CASE("codes: each names its problem in plain lower case, once") {
  std::set<std::string_view> seen;
  for (const DiagnosticCode& row : diagnostic_codes()) {
    CAPTURE(row.code);
    CHECK(seen.insert(row.code).second);
    CHECK(slug(row.code) == row.code);
  }
}

TEST_CASE("codes: each says why it matters and what to do, in whole sentences") {
  for (const DiagnosticCode& row : diagnostic_codes()) {
    CAPTURE(row.code);
    CHECK(row.why.size() > 20);
    CHECK(row.why.ends_with('.'));
    CHECK_FALSE(row.fix.empty());
    CHECK(first_invalid_utf8(row.why) == std::nullopt);
  }
}

TEST_CASE("codes: the table is sorted, so that it can be searched and read") {
  const auto table = diagnostic_codes();
  CHECK(std::is_sorted(table.begin(), table.end(),
                       [](const auto& a, const auto& b) { return a.code < b.code; }));
  for (const DiagnosticCode& row : table) CHECK(find_code(row.code) == &row);
  CHECK(find_code("no-such-code") == nullptr);
  CHECK(find_code("") == nullptr);
}
