#pragma once
// Finds names that are too short for the phrase table (leak/phrase_table.hpp), as whole words: "Mira",
// "Jo Li".

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/swar.hpp"
#include "text/word_starts.hpp"

namespace tailorbird {

class ShortNames {
 public:
  /// `phrases`: folded. Those longer than `longest` bytes are ignored: the phrase table finds them. The text
  /// that they view must outlive this object.
  explicit ShortNames(std::span<const std::string_view> phrases);

  static constexpr std::size_t longest = 6;

  /// Adds to `found` the indices of the names in `text`, folded, whose words begin at `starts`.
  void find(std::string_view text, std::span<const std::uint32_t> starts,
            std::vector<std::uint32_t>& found) const;

 private:
  /// The index in `filter_` for the first word of a name. The filter rejects most words that begin no name.
  static std::size_t filter_bit(std::uint64_t word);
  static constexpr std::size_t filter_bits = std::size_t{1} << 15U;

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_first_word_;
  std::vector<bool> filter_;
  std::vector<std::string_view> phrases_;
};

/// The word at `text[at]` as a number, 0 when there is none; nothing when it is longer than any short name.
inline std::optional<std::uint64_t> short_word(std::string_view text, std::size_t at) {
  static_assert(ShortNames::longest < 8);
  const std::uint64_t bytes = swar::load(text, at);
  const unsigned length = swar::first(~word_bytes(bytes) & swar::high_bits);
  if (length > ShortNames::longest) return std::nullopt;
  if (length == 0) return 0;
  const unsigned others = 8 * (8 - length);
  return swar::little ? bytes << others >> others : bytes >> others << others;
}

/// A letter, a digit or a byte of a character beyond ASCII, as in text/word_starts.hpp.
bool is_word_byte(char c);

/// Whether text[begin, end) is made of whole words.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace tailorbird
