#pragma once
// Search data: one classic script per language that the reader's browser loads at the first search (a local
// page cannot fetch). An inverted index of word forms, grouped by stem, so that the script needs no stemmer:
//
//   tailorbird.searchData({"pages": [["manager/plan/index.html", "Title", "Planning the return"], …],
//                          "words": "adjust 6ed 6ing|agree 5d|…",   forms of a group; a leading digit is how
//                                                                   many letters it shares with the form
//                                                                   before it
//                          "where": "0! 3 a|…"})                    pages of the group: differences in base
//                                                                   36; ! when the word is in a title or
//                                                                   heading
//
// Words are folded: no accents, no case. About 1 KB for each page; a test holds the limit of 2.5 KB.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// The words of one page by their numbers in a Vocabulary, each once.
struct SearchWords {
  std::uint64_t id = 0;  // of these words, in their lexicon
  std::vector<std::uint32_t> in_text;
  std::vector<std::uint32_t> in_titles;  // of the page and its headings, and of its summary
};

/// A page that can be found.
struct SearchPage {
  std::string path;  // within the language's folder
  std::string title;
  std::string place;  // the step it belongs to, or its section; may be empty
  std::shared_ptr<const SearchWords> words;
};

/// What all editions of a language can search: each word is read and stemmed once, and so is each page that
/// several editions share.
class SearchLexicon {
 public:
  explicit SearchLexicon(std::string_view language);
  ~SearchLexicon();
  SearchLexicon(const SearchLexicon&) = delete;
  SearchLexicon& operator=(const SearchLexicon&) = delete;

  /// The words of `tailored`, made from the page with the index `page` in the project. Thread-safe.
  std::shared_ptr<const SearchWords> words(std::size_t page, std::string_view title, std::string_view summary,
                                           const TailoredPage& tailored);

  /// The script's bytes, ASCII. Words on more than half of more than twenty pages find nothing and are left
  /// out. Not while another thread is in words().
  std::string data(const std::vector<SearchPage>& pages) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
