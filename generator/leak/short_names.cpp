#include "leak/short_names.hpp"

#include <bit>

namespace tailorbird {
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const bool joined_before = begin > 0 && is_word_byte(text[begin - 1]) && is_word_byte(text[begin]);
  const bool joined_after =
      end > begin && end < text.size() && is_word_byte(text[end - 1]) && is_word_byte(text[end]);
  return !joined_before && !joined_after;
}

ShortNames::ShortNames(std::span<const std::string_view> phrases)
    : filter_(filter_bits, false), phrases_(phrases.begin(), phrases.end()) {
  for (std::uint32_t index = 0; index < phrases.size(); ++index) {
    if (phrases[index].empty() || phrases[index].size() > longest) continue;
    if (const auto word = short_word(phrases[index], 0)) {
      by_first_word_[*word].push_back(index);
      filter_[filter_bit(*word)] = true;
    }
  }
}

std::size_t ShortNames::filter_bit(std::uint64_t word) {
  return word * 0x9E3779B97F4A7C15U >> (64U - std::bit_width(filter_bits - 1));
}

void ShortNames::find(std::string_view text, std::span<const std::uint32_t> starts,
                      std::vector<std::uint32_t>& found) const {
  if (by_first_word_.empty()) return;
  for (const std::uint32_t at : starts) {
    const auto word = short_word(text, at);
    if (!word || !filter_[filter_bit(*word)]) continue;
    const auto names = by_first_word_.find(*word);
    if (names == by_first_word_.end()) continue;
    for (const std::uint32_t name : names->second) {
      const std::string_view bytes = phrases_[name];
      if (text.substr(at).starts_with(bytes) && stands_alone(text, at, at + bytes.size()))
        found.push_back(name);
    }
  }
}

}  // namespace tailorbird
