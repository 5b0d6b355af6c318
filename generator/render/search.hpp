#pragma once
// Search data: one classic script per language that the reader's browser loads at the first search (a local
// page cannot fetch). An inverted index of word forms, grouped by stem, so that the script needs no stemmer:
//
//   tailorbird.searchData({"pages": [["manager/plan/index.html", "Title", "Planning the return"], …],
//                          "words": "adjust 6ed 6ing|agree 5d|…",   forms of a group; a leading digit is how
//                          many
//                                                                   letters it shares with the form before it
//                          "where": "0! 3 a|…"})                    pages of the group: differences in base
//                          36; !
//                                                                   when the word is in a title or heading
//
// Words are folded: no accents, no case. About 1 KB for each page; a test holds the limit of 2.5 KB.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tailor/run.hpp"

namespace tailorbird {

/// The words of one page, each once, sorted.
struct SearchWords {
  std::vector<std::string> in_text;
  std::vector<std::string> in_titles;  // also in title, summary or a heading
};

SearchWords search_words(std::string_view title, std::string_view summary, const TailoredPage& page);

/// Remembers the words of bodies that several editions share. Thread-safe.
class SearchMemo {
 public:
  SearchMemo();
  ~SearchMemo();
  SearchMemo(const SearchMemo&) = delete;
  SearchMemo& operator=(const SearchMemo&) = delete;

  std::shared_ptr<const SearchWords> words(std::string_view title, std::string_view summary,
                                           const TailoredPage& page);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A page that can be found.
struct SearchPage {
  std::string path;  // within the language's folder
  std::string title;
  std::string place;  // the step it belongs to, or its section; may be empty
  std::shared_ptr<const SearchWords> words;
};

/// The script's bytes, ASCII. Words on more than half of more than twenty pages find nothing and are left
/// out.
std::string search_data(const std::vector<SearchPage>& pages, std::string_view language);

}  // namespace tailorbird
