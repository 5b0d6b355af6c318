#pragma once
// Cuts texts into phrases, the units in which leaks are detected.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "leak/restricted_texts.hpp"

namespace tailorbird {

/// A text with fewer bytes or fewer words is too common to indicate a leak.
constexpr std::size_t least_phrase_bytes = 16;
constexpr std::size_t least_phrase_words = 3;
/// A name or address with fewer letters is not searched for.
constexpr std::ptrdiff_t least_name_letters = 3;

/// The sentences of `text`, as views into it. Short ones are joined with a neighbour, long ones are cut.
/// Empty when the whole text is too short.
std::vector<std::string_view> sentences(std::string_view text);

/// The phrases of a block, each with its guard. A text that is too short is extended by neighbouring words
/// that are shown whenever it is.
std::vector<RestrictedText> phrases_of(const TextBlock& block, const std::vector<Guard>& guards);

}  // namespace tailorbird
