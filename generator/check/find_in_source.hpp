#pragma once
// Where words that a reader meets are written in the Markdown.

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// `text` in lower case, with single spaces and straight quotation marks: two texts that a reader takes for
/// the same are equal.
std::string comparable_text(std::string_view text);

/// All places where `phrase` stands in the page's text as whole words, compared as
/// comparable_text. With a `*` at its end, the last word may go on.
std::vector<SourceRange> places_of(const Page& page, std::string_view phrase);

/// Whether `phrase` stands in `text`, found in the same way.
bool holds_phrase(std::string_view text, std::string_view phrase);

/// Where `sentence` begins, in the page's text or in a partial of its language; else the page's title.
SourceRange place_of_sentence(const Project& project, const Page& page, std::string_view sentence);

}  // namespace tailorbird
