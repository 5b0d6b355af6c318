#include "leak/print_set.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace tailorbird;

namespace {

Prints random_prints(unsigned seed, std::size_t count) {
  std::mt19937_64 random(seed);
  Prints prints(count);
  for (std::uint64_t& print : prints) print = random();
  return prints;
}

/// How many of `prints`, asked one by one, may be in the set.
std::size_t count_of(const PrintSet& set, const Prints& prints) {
  std::size_t count = 0;
  for (const std::uint64_t print : prints) count += set.may_have({print}) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("print set: it has all that were added, and few others, as text too") {
  const Prints others = random_prints(2, 10'000);
  for (const std::size_t size : {0, 1, 10, 1'000, 100'000}) {
    CAPTURE(size);
    const Prints prints = random_prints(1, size);
    PrintSet set;
    set.add(prints);
    CHECK(set.may_have(prints));
    CHECK(count_of(set, others) < 100);
    const auto read = PrintSet::read(set.text());
    REQUIRE(read);
    CHECK(read->may_have(prints));
    CHECK(count_of(*read, others) < 1'000);
    CHECK(set.text().size() <= 16 + 4 * size);
  }
}

TEST_CASE("print set: a small one added to a large one loses nothing") {
  const Prints few = random_prints(1, 50);
  const Prints many = random_prints(2, 50'000);
  PrintSet small;
  small.add(few);
  PrintSet all;
  all.add(many);
  all.add(PrintSet::read(small.text()).value());
  CHECK(all.may_have(few));
  CHECK(all.may_have(many));
}

TEST_CASE("print set: too many are no set any more") {
  PrintSet set;
  set.add(random_prints(1, 3'000'000));
  CHECK(set.is_full());
  CHECK(set.text().empty());
}

TEST_CASE("print set: what is no text of a set is refused") {
  for (const std::size_t size : {0U, 1U, 8U, 24U, 17U, (8U << 16U) * 2}) {
    CAPTURE(size);
    CHECK_FALSE(PrintSet::read(std::string(size, 'x')));
  }
}
