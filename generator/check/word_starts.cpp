#include "check/word_starts.hpp"

#include "check/eight_bytes.hpp"

namespace tailorbird {
namespace {

constexpr std::uint64_t word_bytes(std::uint64_t bytes) {
  const std::uint64_t ascii = bytes & ~eight::high_bits;
  const std::uint64_t small = ascii | eight::each(0x20);
  const std::uint64_t letters = eight::at_least(small, 'a') & ~eight::at_least(small, 'z' + 1);
  const std::uint64_t digits = eight::at_least(ascii, '0') & ~eight::at_least(ascii, '9' + 1);
  return (letters | digits | bytes) & eight::high_bits;
}

}  // namespace

std::vector<std::uint32_t> word_starts(std::string_view text) {
  std::vector<std::uint32_t> starts(text.size() / 2 + 1);  // between two there is something else
  std::size_t count = 0;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < text.size(); at += 8) {
    const std::uint64_t words = word_bytes(eight::load(text, at));
    for (std::uint64_t left = words & ~eight::moved_on(words, before); left != 0;
         left = eight::without_first(left)) {
      starts[count++] = static_cast<std::uint32_t>(at) + eight::first(left);
    }
    before = words;
  }
  starts.resize(count);
  return starts;
}

}  // namespace tailorbird
