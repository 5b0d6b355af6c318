#include "base/spool.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <thread>
#include <vector>

using namespace tailorbird;

namespace {

std::string text(std::size_t number) {
  return std::string(1000 + number, static_cast<char>('a' + number % 26));
}

}  // namespace

TEST_CASE("spool: what was put aside comes back, from memory or from the file") {
  for (const std::size_t memory : {std::size_t{0}, std::size_t{5000}, std::size_t{1} << 20U}) {
    CAPTURE(memory);
    Spool spool(memory);
    std::vector<Spool::Slot> slots;
    for (std::size_t number = 0; number < 100; ++number) slots.push_back(spool.put(text(number)));
    CHECK((slots.back().size > 0) == (memory < 100000));
    for (std::size_t number = 100; number-- > 0;)
      CHECK(*spool.take(std::move(slots[number])) == text(number));
  }
}

TEST_CASE("spool: threads may use it side by side") {
  Spool spool(0);
  std::vector<Spool::Slot> slots(200);
  const auto put_half = [&](std::size_t first) {
    for (std::size_t number = first; number < slots.size(); number += 2)
      slots[number] = spool.put(text(number));
  };
  std::thread other(put_half, 1);
  put_half(0);
  other.join();
  for (std::size_t number = 0; number < slots.size(); ++number)
    CHECK(*spool.take(std::move(slots[number])) == text(number));
}

TEST_CASE("spool: without a folder for temporary files all stays in memory") {
  const char* before = ::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/proc/none", 1);
  Spool spool(0);
  Spool::Slot slot = spool.put("bytes");
  CHECK(slot.size == 0);
  CHECK(*spool.take(std::move(slot)) == "bytes");
  before == nullptr ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
}
