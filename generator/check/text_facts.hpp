#pragma once
// Analyses visible text for the checks of wording: lengths of sentences and words, glossary terms, banned
// phrases. Each distinct paragraph and page is analysed once, however many editions contain it, and all
// phrases of a language are found in one pass.

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/sentence_places.hpp"
#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"
#include "text/readability.hpp"

namespace tailorbird {

/// Facts about a paragraph, or summed over the paragraphs of a page.
struct ShownFacts {
  Readability counts;
  std::vector<std::uint32_t> terms;  // indices in Site::glossary of the terms in it, sorted
  std::vector<std::uint32_t>
      banned;  // indices in Site::banned_phrases of the rows with a phrase in the text, sorted
  std::vector<std::uint32_t> fixed;     // numbers of the names and terms in it that no score counts, sorted
  std::vector<std::string> with_fixed;  // for a page: its paragraphs with such names and terms
};

/// An occurrence of a glossary term that the author did not mark as one.
struct TermPlace {
  std::uint32_t term = 0;  // index in Site::glossary
  SourceRange where;
};

/// Thread-safe.
class TextFacts {
 public:
  /// For `editions`, which must outlive it as `project` must.
  TextFacts(const Project& project, std::span<const Edition> editions);
  ~TextFacts();
  TextFacts(const TextFacts&) = delete;
  TextFacts& operator=(const TextFacts&) = delete;

  std::shared_ptr<const ShownFacts> of_page(const Edition& edition, const TailoredPage& page) const;
  std::shared_ptr<const ShownFacts> of_block(const Edition& edition, std::string_view block) const;

  /// The counts of the page without names and glossary terms: a term has no easier word and is explained
  /// instead.
  Readability without_fixed_words(const Edition& edition, const TailoredPage& page) const;

  /// The first occurrence of each term that the author did not mark. Skips values of variables, headings, in
  /// which a mark would be in the way, and the text of links, which lead to an explanation. `page`: index in
  /// Project::pages.
  std::shared_ptr<const std::vector<TermPlace>> places_of_terms(const Edition& edition,
                                                                std::size_t page) const;

  /// Where `sentence` begins on Project::pages[page].
  SourceRange place_of_sentence(std::size_t page, std::string_view sentence) const {
    return sentences_.find(page, sentence);
  }

 private:
  class OfLocale;
  const OfLocale& of(const Edition& edition) const;

  const Project& project_;
  std::map<std::string, std::unique_ptr<const OfLocale>, std::less<>> by_locale_;
  const SentencePlaces sentences_;
};

}  // namespace tailorbird
