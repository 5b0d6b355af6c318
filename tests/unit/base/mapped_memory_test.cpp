#include "base/mapped_memory.hpp"

#include <cstdint>
#include <doctest/doctest.h>
#include <fstream>
#include <stdlib.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace tailorbird;

namespace {

constexpr std::size_t million = 1'000'000;

std::pmr::string text(std::size_t number, MappedMemory& memory) {
  return {std::string(million + number, static_cast<char>('a' + number % 26)).c_str(), &memory};
}

/// Bytes of this process that are in memory.
std::size_t in_memory() {
  std::size_t all = 0;
  std::size_t here = 0;
  std::ifstream("/proc/self/statm") >> all >> here;
  return here * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

TEST_CASE("mapped memory: what was written is there, whether or not it has left memory") {
  for (const std::size_t unmapped : {std::size_t{0}, 20 * million, 200 * million}) {
    CAPTURE(unmapped);
    MappedMemory memory(unmapped);
    std::vector<std::pmr::string> texts;
    for (std::size_t number = 0; number < 50; ++number) texts.push_back(text(number, memory));
    for (std::size_t number = 50; number-- > 0;) {
      memory.note_use(texts[number].size());
      CHECK(texts[number] == text(number, memory));
    }
  }
}

TEST_CASE("mapped memory: most of it leaves memory") {
  const std::size_t before = in_memory();
  MappedMemory memory(0);
  std::vector<std::pmr::string> texts;
  for (std::size_t number = 0; number < 100; ++number) texts.push_back(text(number, memory));
  CHECK(in_memory() < before + 30 * million);
}

TEST_CASE("mapped memory: a piece may be larger than what is taken from the system at once") {
  MappedMemory memory(0);
  const std::pmr::string large(std::size_t{20} * million, 'x', &memory);
  const std::pmr::string next(std::size_t{100}, 'y', &memory);
  CHECK(large.find_first_not_of('x') == std::string::npos);
  CHECK(next == std::string(100, 'y').c_str());
}

TEST_CASE("mapped memory: pieces stand where their type may") {
  MappedMemory memory;
  for (const std::size_t alignment : {std::size_t{1}, std::size_t{8}, std::size_t{64}}) {
    static_cast<void>(memory.allocate(3, 1));
    CHECK(reinterpret_cast<std::uintptr_t>(memory.allocate(8, alignment)) % alignment == 0);
  }
}

TEST_CASE("mapped memory: threads may use it side by side") {
  MappedMemory memory(0);
  std::vector<std::pmr::string> texts;
  for (std::size_t number = 0; number < 60; ++number) texts.emplace_back(&memory);
  const auto write_half = [&](std::size_t first) {
    for (std::size_t number = first; number < texts.size(); number += 2)
      texts[number].assign(million, static_cast<char>('a' + number % 26));
  };
  std::thread other(write_half, 1);
  write_half(0);
  other.join();
  for (std::size_t number = 0; number < texts.size(); ++number)
    CHECK(texts[number].find_first_not_of(static_cast<char>('a' + number % 26)) == std::string::npos);
}

TEST_CASE("mapped memory: without a folder for temporary files all stays in memory") {
  const char* before = ::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/proc/none", 1);
  {
    MappedMemory memory(0);
    std::vector<std::pmr::string> texts;
    for (std::size_t number = 0; number < 20; ++number) texts.push_back(text(number, memory));
    CHECK(texts[7] == text(7, memory));
  }
  before == nullptr ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
}
