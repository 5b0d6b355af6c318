#include "build/shard.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <numeric>
#include <ostream>
#include <set>

#include "write/format.hpp"

using namespace tailorbird;

namespace {

/// Organisations with a bundle each, of so many pages; the first in the first of the lists of formats, and so
/// on.
class Organisations {
 public:
  explicit Organisations(const std::vector<std::size_t>& pages,
                         const std::vector<std::vector<std::string>>& formats = {{"site"}})
      : profiles_(pages.size()) {
    for (std::size_t index = 0; index < pages.size(); ++index) {
      profiles_[index].bundles.resize(1);
      profiles_[index].bundles.front().formats = formats[index % formats.size()];
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

  /// Microseconds of each organisation, and of each of `count` shards.
  std::vector<std::size_t> costs() const {
    std::vector<std::size_t> costs;
    for (const Edition& edition : editions_) costs.push_back(cost_of(edition));
    return costs;
  }
  std::vector<std::size_t> costs(std::size_t count) const {
    std::vector<std::size_t> costs;
    for (std::size_t index = 1; index <= count; ++index) {
      costs.push_back(0);
      for (const Edition& edition : editions_of(editions_, {index, count})) costs.back() += cost_of(edition);
    }
    return costs;
  }

 private:
  std::vector<Profile> profiles_;
  std::vector<Edition> editions_;
};

/// The cost of the dearest shard in the best spread of all, by trying all of them.
std::size_t best_spread(const std::vector<std::size_t>& costs, std::size_t count) {
  std::size_t best = std::accumulate(costs.begin(), costs.end(), std::size_t{0});
  std::vector<std::size_t> shards(count);
  const auto give = [&](const auto& self, std::size_t from) -> void {
    const std::size_t most = *std::max_element(shards.begin(), shards.end());
    if (most >= best) return;
    if (from == costs.size()) {
      best = most;
      return;
    }
    for (std::size_t& shard : shards) {
      shard += costs[from];
      self(self, from + 1);
      shard -= costs[from];
    }
  };
  give(give, 0);
  return best;
}

const std::vector<std::vector<std::string>> uneven_formats = {
    {"site"}, {"site", "scorm12", "scorm2004"}, {"site"}, {"single", "text", "epub", "booklet"}, {"kit"}};

}  // namespace

TEST_CASE("shard: every format has a cost, and an edition costs what its formats do, for each of its pages") {
  for (const Format& format : formats()) {
    CAPTURE(format.id);
    CHECK(format.cost > 0);
  }
  const std::vector<std::size_t> costs =
      Organisations({10, 20, 10}, {{"site"}, {"site"}, {"site", "epub"}}).costs();
  CHECK(costs[1] == 2 * costs[0]);
  CHECK(costs[2] > costs[0]);
  CHECK(costs[2] < costs[1]);
}

TEST_CASE("shard: the dearest shard is within a third of the best spread that there is") {
  for (std::size_t seed = 1; seed < 40; ++seed) {
    std::vector<std::size_t> pages;
    for (std::size_t index = 0; index < 9; ++index) pages.push_back(8 + (index * 37 + seed * seed * 11) % 90);
    const Organisations organisations(pages, uneven_formats);
    for (const std::size_t count : {2, 3, 4}) {
      CAPTURE(seed);
      CAPTURE(count);
      const std::vector<std::size_t> spread = organisations.costs(count);
      const std::size_t most = *std::max_element(spread.begin(), spread.end());
      CHECK(3 * most <= 4 * best_spread(organisations.costs(), count));
    }
  }
}

TEST_CASE("shard: of many organisations with unlike formats, no shard is above the mean by a hundredth") {
  std::vector<std::size_t> pages;
  for (std::size_t index = 0; index < 1000; ++index) pages.push_back(20 + (index * 37) % 180);
  const std::vector<std::size_t> spread = Organisations(pages, uneven_formats).costs(16);
  const std::size_t mean = std::accumulate(spread.begin(), spread.end(), std::size_t{0}) / spread.size();
  CHECK(100 * *std::max_element(spread.begin(), spread.end()) < 101 * mean);
}

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
