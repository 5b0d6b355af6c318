#pragma once
// Counts the words that a reader sees.

#include <cstddef>
#include <string_view>

namespace tailorbird {

/// The number of words in the text of one instruction: runs of characters without white space. Punctuation at
/// its very start (the full stop after a link) is not a word of its own.
std::size_t count_words(std::string_view text);

}  // namespace tailorbird
