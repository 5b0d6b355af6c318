#include "leak/print_set.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tailorbird {
namespace {

constexpr std::size_t word_bits = 64;
constexpr std::size_t least_words = 2;  // so that at least one bit of a print chooses the word

std::uint64_t mask_of(std::uint64_t print) {
  return std::uint64_t{1} << (print & 63U) | std::uint64_t{1} << (print >> 6U & 63U);
}

std::size_t count_bits(const std::vector<std::uint64_t>& words) {
  std::size_t count = 0;
  for (const std::uint64_t word : words) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

/// Half as many words, each with the bits of two neighbours. This keeps the set valid, because the leading
/// bits of a print choose its word.
std::vector<std::uint64_t> halved(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> half(words.size() / 2);
  for (std::size_t at = 0; at < half.size(); ++at) half[at] = words[2 * at] | words[2 * at + 1];
  return half;
}

}  // namespace

std::size_t PrintSet::place_of(std::uint64_t print) const {
  return print >> (word_bits - static_cast<unsigned>(std::countr_zero(words_.size())));
}

void PrintSet::add(const Prints& prints) {
  for (const std::uint64_t print : prints) words_[place_of(print)] |= mask_of(print);
}

/// Each word of a smaller set stands for several words of this one.
void PrintSet::add(const PrintSet& other) {
  const std::size_t share = words_.size() / other.words_.size();
  for (std::size_t at = 0; at < words_.size(); ++at) words_[at] |= other.words_[at / share];
}

bool PrintSet::may_have(const Prints& prints) const {
  return std::all_of(prints.begin(), prints.end(), [this](std::uint64_t print) {
    const std::uint64_t mask = mask_of(print);
    return (words_[place_of(print)] & mask) == mask;
  });
}

bool PrintSet::is_full() const { return count_bits(words_) > words_.size() * word_bits / 2; }

std::string PrintSet::text() const {
  if (is_full()) return {};
  // With at most a quarter of the bits set, one print in sixteen is a false positive; nearly all phrases have
  // several prints.
  Words words = words_;
  while (words.size() > least_words) {
    Words half = halved(words);
    if (count_bits(half) > half.size() * word_bits / 4) break;
    words = std::move(half);
  }
  std::string text(words.size() * sizeof(std::uint64_t), '\0');
  std::memcpy(text.data(), words.data(), text.size());
  return text;
}

std::optional<PrintSet> PrintSet::read(std::string_view text) {
  const std::size_t size = text.size() / sizeof(std::uint64_t);
  if (text.size() % sizeof(std::uint64_t) != 0 || !std::has_single_bit(size)) return std::nullopt;
  if (size < least_words || size > most_words) return std::nullopt;
  PrintSet set;
  set.words_.resize(size);
  std::memcpy(set.words_.data(), text.data(), text.size());
  return set;
}

}  // namespace tailorbird
