#include "base/recent_map.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("recent map: a result is made once while it is asked for, and forgotten when others were") {
  RecentMap<int> map(2);
  int made = 0;
  const auto get = [&](std::uint64_t key) { return *map.get(key, [&] { return ++made; }); };
  CHECK(get(1) == 1);
  CHECK(get(1) == 1);
  CHECK(get(2) == 2);
  CHECK(get(3) == 3);  // 1 and 2 are no longer recent
  CHECK(get(1) == 1);  // and is so again
  CHECK(get(4) == 4);
  CHECK(get(1) == 1);
  CHECK(get(2) == 5);  // was not asked for in time
}
