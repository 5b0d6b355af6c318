#pragma once
// Texts cut into the phrases that a leak is recognised by.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "leak/restricted_texts.hpp"

namespace tailorbird {

/// A phrase shorter than this, or of fewer words, is too common to mean anything.
constexpr std::size_t least_phrase_bytes = 16;
constexpr std::size_t least_phrase_words = 3;
/// A name or address with fewer letters is not looked for.
constexpr std::ptrdiff_t least_name_letters = 3;

/// The sentences of `text`; those too short go with a neighbour, and long ones are cut. Views into it. Empty
/// when all of it is too short.
std::vector<std::string_view> sentences(std::string_view text);

/// The phrases of a block, each with its guard. A text too short to be recognised takes its neighbours in: of
/// those words before and after it that are there whenever it is.
std::vector<RestrictedText> phrases_of(const TextBlock& block, const std::vector<Guard>& guards);

}  // namespace tailorbird
