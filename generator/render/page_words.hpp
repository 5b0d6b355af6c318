#pragma once
// Reads the words of a page for the search, in two parts: what editions share of the page
// (tailor/shared_parts.hpp) is read once for all of them, and for each only what is its own: its values, each
// with the line around it, as a value may be part of a word. Private to render/.

#include <memory>
#include <string>

#include "base/text_memo.hpp"
#include "render/search.hpp"
#include "render/vocabulary.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// The words that variants of a page share.
struct SharedWords {
  std::shared_ptr<const PackedWords> words;
  PackedWords elsewhere;   // of their weights, what they have for standing in titles and headings
  std::size_t length = 0;  // words of the text, with repetitions
  std::string holed;       // lines of text with a hole (text/holes.hpp) for each value; not counted yet
};

class PageWords {
 public:
  /// `vocabulary` must outlive this object.
  explicit PageWords(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// Reads what `tailored` shares with other variants of the page. `again`: others were read before, so that
  /// single lines are likely to be known. Thread-safe.
  SharedWords shared(const SearchHead& head, const TailoredPage& tailored, bool again);
  /// All words of `tailored`, given those that it shares. Thread-safe.
  SearchWords whole(const SharedWords& shared, const TailoredPage& tailored, std::uint64_t id);

 private:
  using Numbers = std::vector<std::uint32_t>;
  class Count;

  Vocabulary& vocabulary_;
  TextMemo<Numbers> lines_{std::size_t{1} << 15U, std::size_t{6} << 20U};
};

}  // namespace tailorbird
