#pragma once
// Measures readability: counts words, sentences and syllables, and applies the formula for the language. A
// score does not measure understanding; it finds texts that deserve a second look.
//
//   en  Flesch 1948:             206.835 − 1.015·W/S − 84.6·Y/W
//   nl  Flesch-Douma:            206.8   − 0.93·W/S  − 77·Y/W
//   fr  Kandel and Moles 1958:   207     − 1.015·W/S − 73.6·Y/W
//   de  Amstad 1978:             180     −       W/S − 58.5·Y/W

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

struct Readability {
  std::size_t words = 0;
  std::size_t sentences = 0;
  std::size_t syllables = 0;
  std::size_t longest = 0;  // words in the longest sentence

  /// Adds the counts of another text.
  Readability& operator+=(const Readability& other);
  /// Subtracts the counts of a part. `longest` is kept, since another part may have the longest sentence.
  Readability& operator-=(const Readability& other);
  double mean_sentence() const;  // words per sentence; 0 without sentences
};

/// Whether there is a formula for `language`.
bool has_readability_formula(std::string_view language);

/// The counts of `blocks`, each a paragraph, item or cell (plain_text.hpp). The last sentence of a block
/// counts even without a full stop.
Readability measure(const std::vector<std::string>& blocks, std::string_view language);
/// Adds the counts of one block to `counts`.
void count_readability(std::string_view block, std::string_view language, Readability& counts);

/// The score by the formula of `language`: higher is easier. 0 when there is no formula or no sentence.
double score(const Readability& counts, std::string_view language);

/// The number of syllables of one word, at least 1: groups of vowels, without the language's mute endings.
std::size_t syllables(std::string_view word, std::string_view language);

/// The sentences of a block. The full stop of an abbreviation or a number does not end a sentence.
std::vector<std::string> sentences_of(std::string_view block);

}  // namespace tailorbird
