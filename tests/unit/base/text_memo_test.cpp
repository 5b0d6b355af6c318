#include "base/text_memo.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace tailorbird;

using Phrases = std::vector<std::uint32_t>;

TEST_CASE("text memo: a piece is searched once") {
  TextMemo<Phrases> memo;
  int searches = 0;
  const auto search = [&](std::string_view piece) {
    ++searches;
    return Phrases{static_cast<std::uint32_t>(piece.size())};
  };
  CHECK(*memo.get("abc", search) == Phrases{3});
  CHECK(*memo.get("abc", search) == Phrases{3});
  CHECK(searches == 1);
  CHECK(*memo.get("abcd", search) == Phrases{4});
  CHECK(searches == 2);
}

TEST_CASE("text memo: what is asked for again and again stays, however much comes between") {
  TextMemo<Phrases> memo;
  int searches = 0;
  const auto search = [&](std::string_view piece) {
    searches += piece == "often" ? 1 : 0;
    return Phrases{static_cast<std::uint32_t>(piece.size())};
  };
  for (int number = 0; number < 40000; ++number) {
    memo.get(std::to_string(number), search);
    if (number % 1000 == 0) memo.get("often", search);
  }
  CHECK(searches == 1);
}

TEST_CASE("text memo: when it is full it forgets, and still answers right") {
  TextMemo<Phrases> memo;
  const auto search = [](std::string_view piece) {
    return Phrases{static_cast<std::uint32_t>(piece.size())};
  };
  for (int number = 0; number < 40000; ++number) {
    const std::string piece = std::to_string(number);
    REQUIRE(memo.get(piece, search)->front() == piece.size());
  }
}

TEST_CASE("text memo: what it holds can be looked up without making it") {
  TextMemo<Phrases> memo;
  CHECK(memo.find("abc") == nullptr);
  memo.get("abc", [](std::string_view piece) { return Phrases{static_cast<std::uint32_t>(piece.size())}; });
  REQUIRE(memo.find("abc") != nullptr);
  CHECK(*memo.find("abc") == Phrases{3});
  CHECK(memo.find("abd") == nullptr);
}
