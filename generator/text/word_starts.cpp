#include "text/word_starts.hpp"

#include "text/swar.hpp"

namespace tailorbird {
namespace {

constexpr std::uint64_t word_bytes(std::uint64_t bytes) {
  const std::uint64_t ascii = bytes & ~swar::high_bits;
  const std::uint64_t small = ascii | swar::each(0x20);
  const std::uint64_t letters = swar::at_least(small, 'a') & ~swar::at_least(small, 'z' + 1);
  const std::uint64_t digits = swar::at_least(ascii, '0') & ~swar::at_least(ascii, '9' + 1);
  return (letters | digits | bytes) & swar::high_bits;
}

}  // namespace

std::vector<std::uint32_t> word_starts(std::string_view text) {
  std::vector<std::uint32_t> starts(text.size() / 2 + 1);  // between two there is something else
  std::size_t count = 0;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < text.size(); at += 8) {
    const std::uint64_t words = word_bytes(swar::load(text, at));
    for (std::uint64_t left = words & ~swar::moved_on(words, before); left != 0;
         left = swar::without_first(left)) {
      starts[count++] = static_cast<std::uint32_t>(at) + swar::first(left);
    }
    before = words;
  }
  starts.resize(count);
  return starts;
}

}  // namespace tailorbird
