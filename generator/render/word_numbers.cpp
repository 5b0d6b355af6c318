#include "render/word_numbers.hpp"

namespace tailorbird {

std::uint32_t WordNumbers::find(std::string_view word, std::size_t hash) const {
  const ShortWord ends(word);
  for (std::size_t slot = hash;; ++slot) {
    const std::uint32_t number = slots_[slot & (slots_.size() - 1)];
    if (number == none) return none;
    if (ends_[number] == ends && (word.size() <= ShortWord::longest || words_[number] == word)) return number;
  }
}

std::uint32_t WordNumbers::add(std::string_view word) {
  const std::size_t hash = WordHash()(word);
  if (const std::uint32_t known = find(word, hash); known != none) return known;
  if (2 * (size() + 1) > slots_.size()) grow();
  const auto number = static_cast<std::uint32_t>(size());
  words_.emplace_back(word);
  ends_.emplace_back(word);
  put(hash, number);
  return number;
}

void WordNumbers::put(std::size_t hash, std::uint32_t number) {
  std::size_t slot = hash;
  while (slots_[slot & (slots_.size() - 1)] != none) ++slot;
  slots_[slot & (slots_.size() - 1)] = number;
}

void WordNumbers::grow() {
  slots_.assign(2 * slots_.size(), none);
  for (std::uint32_t number = 0; number < size(); ++number) put(WordHash()(words_[number]), number);
}

}  // namespace tailorbird
