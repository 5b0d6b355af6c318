#pragma once
// Finds phrases in the Markdown source of a page.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/page.hpp"
#include "text/phrase_set.hpp"

namespace tailorbird {

/// An occurrence of a phrase of a set in a page's text.
struct PhrasePlace {
  std::uint32_t phrase = 0;  // its number in the set
  SourceRange where;
};

/// All occurrences of all phrases in `body`, the Markdown of `page`, in the order of the text.
std::vector<PhrasePlace> places_of_all(const Page& page, std::string_view body, const PhraseSet& phrases);

/// All occurrences of `phrase` as whole words in `body`, the Markdown of `page`, compared as in
/// text/comparable.hpp. A `*` at its end matches any continuation of the last word.
std::vector<SourceRange> places_of(const Page& page, std::string_view body, std::string_view phrase);

/// Whether `phrase` occurs in `text`, by the same comparison.
bool holds_phrase(std::string_view text, std::string_view phrase);

}  // namespace tailorbird
