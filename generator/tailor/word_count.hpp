#pragma once
// How many words a reader sees.

#include <cstddef>
#include <string_view>

namespace tailorbird {

/// The words of a text op: runs without white space. Marks at its very start (the full stop after a link) are
/// no word of their own.
std::size_t count_words(std::string_view text);

}  // namespace tailorbird
