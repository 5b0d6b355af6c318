#include "build/shard.hpp"

#include <doctest/doctest.h>
#include <numeric>
#include <ostream>
#include <set>

using namespace tailorbird;

namespace {

/// Organisations with a bundle each, of so many pages.
class Organisations {
 public:
  explicit Organisations(const std::vector<std::size_t>& pages) : profiles_(pages.size()) {
    for (std::size_t index = 0; index < pages.size(); ++index) {
      profiles_[index].bundles.resize(1);
      Edition edition;
      edition.profile = &profiles_[index];
      edition.bundle = &profiles_[index].bundles.front();
      edition.pages.resize(pages[index]);
      editions_.push_back(edition);
    }
  }

  /// Pages of each of `count` shards.
  std::vector<std::size_t> spread(std::size_t count) const {
    std::vector<std::size_t> pages;
    for (std::size_t index = 1; index <= count; ++index) {
      std::size_t sum = 0;
      for (const Edition& edition : editions_of(editions_, {index, count})) sum += edition.pages.size();
      pages.push_back(sum);
    }
    return pages;
  }

 private:
  std::vector<Profile> profiles_;
  std::vector<Edition> editions_;
};

}  // namespace

TEST_CASE("shard: a number and how many there are") {
  REQUIRE(parse_shard("2/4"));
  CHECK(*parse_shard("2/4") == Shard{2, 4});
  CHECK(parse_shard("2/4")->text() == "2/4");
  for (const char* bad :
       {"", "/", "1", "1/", "/1", "0/1", "2/1", "1/x", " 1/2", "1/2 ", "1/2/3", "1/100001"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_shard(bad));
  }
}

TEST_CASE("shard: every organisation is in one of them, the largest first, each to the one with least") {
  const Organisations organisations({10, 70, 20, 30, 50});
  CHECK(organisations.spread(1) == std::vector<std::size_t>{180});
  CHECK(organisations.spread(2) == std::vector<std::size_t>{90, 90});
  CHECK(organisations.spread(3) == std::vector<std::size_t>{70, 60, 50});
  CHECK(organisations.spread(7) == std::vector<std::size_t>{70, 50, 30, 20, 10, 0, 0});
}

TEST_CASE("shard: many shards of many organisations are even, and nothing is lost") {
  std::vector<std::size_t> pages;
  for (std::size_t index = 0; index < 500; ++index) pages.push_back(40 + (index * 37) % 60);
  const std::vector<std::size_t> spread = Organisations(pages).spread(16);
  CHECK(std::accumulate(spread.begin(), spread.end(), std::size_t{0}) ==
        std::accumulate(pages.begin(), pages.end(), std::size_t{0}));
  const auto [least, most] = std::minmax_element(spread.begin(), spread.end());
  CHECK(*most - *least < 60);
}
