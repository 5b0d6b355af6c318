#pragma once
// Where words begin. A word is a run of ASCII letters, digits and bytes of other characters.

#include <cstdint>
#include <string_view>
#include <vector>

namespace tailorbird {

/// The offsets of the first bytes of all words in `text` (below 4 GiB), in order.
std::vector<std::uint32_t> word_starts(std::string_view text);

}  // namespace tailorbird
