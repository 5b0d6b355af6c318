#pragma once
// Search data: one classic script per language that the reader's browser loads at the first search (a local
// page cannot fetch). An inverted index of word forms, grouped by stem, so that the script needs no stemmer:
//
//   tailorbird.searchData({"pages": [["manager/plan/index.html", "Title", "Planning the return", "Summary.",
//                                     "audience=manager"], …],
//                          "words": "adjust 6ed 6ing|agree 5d|…",   forms of a group; a leading digit is how
//                                                                   many letters it shares with the form
//                                                                   before it
//                          "where": "0I3Ba|…",    pages of the group: differences in base 36, each
//                                                 followed by the word's weight on the page, A to I
//                          "same": "call phone ring|…"})            words that readers use for one thing
//
// Words are folded: no accents, no case. None is left out for being common: the reader's script weighs them.
// About 1.5 KB for each page; a test holds the limit of 2.5 KB.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A word, by its number in a Vocabulary, and its weight on a page: one for each occurrence in the text,
/// several for one in titles and other places that say what the page is about.
struct WeightedWord {
  std::uint32_t word = 0;
  std::uint32_t weight = 0;
};

/// A compact set of weighted words with numbers below 2³¹, in little more than a byte per word, since the
/// words of all pages are kept until the end.
class PackedWords {
 public:
  PackedWords() = default;
  explicit PackedWords(std::vector<WeightedWord> words);

  /// Calls `take` with each word, by its number.
  template <typename Take>
  void each(const Take& take) const {
    WeightedWord one;
    const char* const end = bytes_.data() + bytes_.size();
    for (const char* at = bytes_.data(); at != end;) {
      const std::uint32_t step = next_number(at);
      one.word += step >> 1U;
      one.weight = (step & 1U) == 0 ? 1 : next_number(at);
      take(one);
    }
  }

 private:
  static std::uint32_t next_number(const char*& at) {
    std::uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7U) {
      const auto byte = static_cast<unsigned char>(*at++);
      number |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return number;
    }
  }

  // LEB128 numbers. For each word its difference to the previous one, doubled; plus 1 when its weight is not
  // 1, and the weight follows.
  std::string bytes_;
};

/// The words of one page.
struct SearchWords {
  std::uint64_t id = 0;                       // unique within its lexicon
  std::size_t length = 0;                     // words of the text, with repetitions
  std::shared_ptr<const PackedWords> shared;  // with the page in other editions
  PackedWords own;                            // of this one; some may be in `shared` as well

  /// Calls `take` with each word, once or twice; its weight is the sum.
  template <typename Take>
  void each(const Take& take) const {
    shared->each(take);
    own.each(take);
  }
};

/// What a page says about itself besides its text.
struct SearchHead {
  std::string_view title;
  std::string_view summary;
  std::vector<std::string> search;  // words that readers may use for it: front matter `search`
};

/// A page that can be found.
struct SearchPage {
  std::string path;  // within the language's folder
  std::string title;
  std::string place;  // the step it belongs to, or its section; may be empty
  std::string summary;
  std::string when;  // its open condition as code; may be empty
  std::shared_ptr<const SearchWords> words;
};

/// The searchable words of all editions of a language. Each word is read and stemmed once, and so is each
/// page that several editions share.
class SearchLexicon {
 public:
  /// `shared`: whether several editions use it, so that a script is kept for those with the same pages.
  explicit SearchLexicon(std::string_view language, bool shared = true);
  ~SearchLexicon();
  SearchLexicon(const SearchLexicon&) = delete;
  SearchLexicon& operator=(const SearchLexicon&) = delete;

  /// The words of `tailored`, made from the page with the index `page` in the project. Thread-safe.
  std::shared_ptr<const SearchWords> words(std::size_t page, const SearchHead& head,
                                           const TailoredPage& tailored);

  /// The script, in ASCII. `same`: groups of synonyms, each separated by spaces. Must not be called while
  /// another thread is in words().
  std::string data(const std::vector<SearchPage>& pages, const std::vector<std::string>& same = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
