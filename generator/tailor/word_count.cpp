#include "tailor/word_count.hpp"

#include <cstdint>

#include "text/swar.hpp"

namespace tailorbird {
namespace {

/// Which of eight bytes (text/swar.hpp) are not white space.
constexpr std::uint64_t visible(std::uint64_t bytes) {
  return (swar::at_least(bytes & ~swar::high_bits, ' ' + 1) | bytes) & swar::high_bits;
}

bool begins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80 || std::string_view("&<>\"").find(c) != std::string_view::npos;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t count = begins_word(text[0]) ? 1 : 0;
  std::uint64_t before = swar::high_bits;  // what the first byte begins is counted already
  for (std::size_t at = 0; at < text.size(); at += 8) {
    const std::uint64_t now = visible(swar::load(text, at));
    const std::uint64_t begins = now & ~swar::moved_on(now, before);
    count += ((begins >> 7U) * swar::each(1)) >> 56U;  // the sum of its bytes
    before = now;
  }
  return count;
}

}  // namespace tailorbird
