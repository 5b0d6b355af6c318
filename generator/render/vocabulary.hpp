#pragma once
// Numbers the words on the pages of one language; pages, editions and the search data refer to words by
// number. Words are folded: no accents, no capitals.

#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "render/word_numbers.hpp"

namespace tailorbird {

/// The words of a text, folded.
class FoldedWords {
 public:
  /// A word has at least two letters or digits of any script; what folding splits ("l’arrêt") is two words.
  /// Scripts without spaces (Chinese, Japanese, Thai) are indexed in overlapping pairs: "東京都" → "東京",
  /// "京都".
  explicit FoldedWords(std::string_view text);

  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t index) const {
    return {letters_.data() + words_[index].begin, words_[index].size};
  }

 private:
  struct Word {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };

  void read_word(std::size_t begin, std::size_t end, bool ascii);
  void add_folded(std::string_view word);
  void add_word(std::string_view word);
  void add_letters(std::string_view word);

  std::string letters_;  // the text in lower case, then the words that needed folding
  std::vector<Word> words_;
};

/// A thread-safe map between words and numbers. Numbers depend on the order in which words arrive: they
/// differ between runs and must not appear in output.
class Vocabulary {
 public:
  /// Stems words as those of `language`; leaves them as they are in a language without a stemmer.
  explicit Vocabulary(std::string_view language);
  ~Vocabulary();
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  /// The numbers of `words`, in order, one for each. Thread-safe.
  std::vector<std::uint32_t> numbers(const FoldedWords& words);

  /// A lock under which no word is added and the functions below may be called.
  std::shared_lock<std::shared_mutex> reading() const { return std::shared_lock(mutex_); }

  std::size_t size() const { return words_.size(); }
  const std::string& word(std::uint32_t number) const { return words_.word(number); }
  /// The number of the word's stem. Words of one stem are forms of one word.
  std::uint32_t stem_of(std::uint32_t number) const { return stem_of_[number]; }
  /// By word: stem_of.
  const std::vector<std::uint32_t>& stems_of_words() const { return stem_of_; }
  std::size_t stem_count() const { return stems_.size(); }
  const std::string& stem(std::uint32_t number) const { return stems_.word(number); }
  /// The numbers of all stems, sorted by their letters. Only those that are new since the last call are
  /// sorted.
  std::shared_ptr<const std::vector<std::uint32_t>> stems_in_order() const;

 private:
  struct Stemmer;

  std::uint32_t add(std::string_view word);

  mutable std::shared_mutex mutex_;
  std::unique_ptr<Stemmer> stemmer_;
  WordNumbers words_;
  WordNumbers stems_;
  std::vector<std::uint32_t> stem_of_;  // by word
  mutable std::mutex order_mutex_;
  mutable std::shared_ptr<const std::vector<std::uint32_t>> stems_in_order_;
};

}  // namespace tailorbird
