#include "base/recent_map.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <string>

using namespace tailorbird;

TEST_CASE("recent map: a result is made once while it is asked for, and forgotten when others were") {
  RecentMap<int> map({.entries = 2});
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

TEST_CASE("recent map: it is bounded by bytes as well, and takes what is larger than all it may hold") {
  RecentMap<int, std::string> map({.bytes = 10});
  const auto keep = [&](const std::string& key, std::size_t bytes) {
    map.keep(key, std::make_shared<const int>(1), bytes);
  };
  keep("a", 6);
  keep("b", 4);
  keep("c", 100);
  CHECK(map.find("c"));
  keep("d", 1);
  keep("e", 9);
  CHECK_FALSE(map.find("a"));
  CHECK_FALSE(map.find("b"));
  CHECK(map.find("d"));
  CHECK(map.find("e"));
}

TEST_CASE("recent map: the same key twice counts once") {
  RecentMap<int, std::string> map({.bytes = 10});
  map.keep("first", std::make_shared<const int>(1), 4);
  for (int again = 0; again < 9; ++again) map.keep("again", std::make_shared<const int>(again), 4);
  map.keep("last", std::make_shared<const int>(1), 2);
  CHECK(map.find("first"));
  CHECK(*map.find("again") == 8);
}
