#include "base/parallel.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <ostream>
#include <stdexcept>
#include <vector>

using tailorbird::parallel_for;

TEST_CASE("parallel: each index is worked on once, whatever the number of threads") {
  for (const unsigned jobs : {0U, 1U, 2U, 8U}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
      CAPTURE(jobs);
      CAPTURE(count);
      std::vector<int> visits(count, 0);
      parallel_for(count, jobs, [&](std::size_t index) { ++visits[index]; });
      CHECK(visits == std::vector<int>(count, 1));
    }
  }
}

TEST_CASE("parallel: no more threads work than were asked for") {
  std::atomic<int> now = 0;
  std::atomic<int> most = 0;
  parallel_for(200, 2, [&](std::size_t) {
    const int here = ++now;
    int seen = most;
    while (here > seen && !most.compare_exchange_weak(seen, here)) {
    }
    --now;
  });
  CHECK(most <= 2);
}

TEST_CASE("parallel: what a call throws reaches the caller") {
  for (const unsigned jobs : {1U, 4U}) {
    CAPTURE(jobs);
    CHECK_THROWS_AS(parallel_for(100, jobs,
                                 [](std::size_t index) {
                                   if (index == 50) throw std::runtime_error("stop");
                                 }),
                    std::runtime_error);
  }
}

TEST_CASE("parallel: after a failure no further calls begin") {
  std::atomic<int> begun = 0;
  CHECK_THROWS(parallel_for(100000, 2, [&](std::size_t) {
    ++begun;
    throw std::runtime_error("stop");
  }));
  CHECK(begun <= 2);
}
