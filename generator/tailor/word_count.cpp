#include "tailor/word_count.hpp"

#include <cstdint>
#include <cstring>

namespace tailorbird {
namespace {

constexpr std::uint64_t each_byte(unsigned char byte) { return 0x0101010101010101U * byte; }
constexpr std::uint64_t high_bits = each_byte(0x80);

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_visible(char c) { return c > ' ' || !is_ascii(c); }

/// The high bit of each byte that is no white space.
constexpr std::uint64_t visible(std::uint64_t bytes) {
  return (((bytes | high_bits) - each_byte(' ' + 1)) | bytes) & high_bits;
}

bool begins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || !is_ascii(c) ||
         std::string_view("&<>\"").find(c) != std::string_view::npos;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t count = begins_word(text[0]) ? 1 : 0;
  std::size_t at = 1;
  // Eight bytes at once: those that are visible after one that is not.
  for (std::uint64_t now = 0, before = 0; text.size() - at >= 8; at += 8) {
    std::memcpy(&now, text.data() + at, 8);
    std::memcpy(&before, text.data() + at - 1, 8);
    const std::uint64_t starts = (visible(now) & ~visible(before)) >> 7U;
    count += (starts * each_byte(1)) >> 56U;  // the sum of its bytes
  }
  for (; at < text.size(); ++at) count += is_visible(text[at]) && !is_visible(text[at - 1]) ? 1 : 0;
  return count;
}

}  // namespace tailorbird
