#pragma once
// Where words that a reader meets are written in the Markdown.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/project.hpp"
#include "text/phrase_set.hpp"

namespace tailorbird {

/// Where a phrase of a set stands in a page's text.
struct PhrasePlace {
  std::uint32_t phrase = 0;  // its number in the set
  SourceRange where;
};

/// All places of all phrases, in the order of the text.
std::vector<PhrasePlace> places_of_all(const Page& page, const PhraseSet& phrases);

/// All places where `phrase` stands in the page's text as whole words, compared as
/// text/comparable.hpp says. With a `*` at its end, the last word may go on.
std::vector<SourceRange> places_of(const Page& page, std::string_view phrase);

/// Whether `phrase` stands in `text`, found in the same way.
bool holds_phrase(std::string_view text, std::string_view phrase);

}  // namespace tailorbird
