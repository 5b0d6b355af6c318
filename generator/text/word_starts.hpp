#pragma once
// Finds the beginnings of words. A word is a run of ASCII letters, digits and bytes of non-ASCII characters.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/swar.hpp"

namespace tailorbird {

/// Which of eight bytes are part of a word (text/swar.hpp).
constexpr std::uint64_t word_bytes(std::uint64_t bytes) {
  const std::uint64_t ascii = bytes & ~swar::high_bits;
  const std::uint64_t small = ascii | swar::each(0x20);
  const std::uint64_t letters = swar::at_least(small, 'a') & ~swar::at_least(small, 'z' + 1);
  const std::uint64_t digits = swar::at_least(ascii, '0') & ~swar::at_least(ascii, '9' + 1);
  return (letters | digits | bytes) & swar::high_bits;
}

/// The offsets of the first bytes of all words in `text` (below 4 GiB), in order.
std::vector<std::uint32_t> word_starts(std::string_view text);

}  // namespace tailorbird
