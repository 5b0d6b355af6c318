#include "base/result.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <ostream>

using namespace tailorbird;

TEST_CASE("result: a value or the reason why there is none") {
  const Result<int> good = 7;
  CHECK(good.has_value());
  CHECK(*good == 7);
  const Result<int> bad = Error{"cannot count"};
  CHECK_FALSE(bad.has_value());
  CHECK(bad.error().message == "cannot count");
}

TEST_CASE("result: a value that cannot be copied can be moved out") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(result).value();
  CHECK(*taken == 7);
}

TEST_CASE("result: without a value, only whether it went well") {
  const Result<void> good;
  CHECK(good.has_value());
  const Result<void> bad = Error{"cannot write"};
  CHECK_FALSE(bad);
  CHECK(bad.error().message == "cannot write");
}
