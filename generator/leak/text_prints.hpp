#pragma once
// Prints rule out that a phrase is in a file without reading the file again. They are hashes of what the scan
// compares: the bytes from the beginning of each word, and numbers in any spelling. A file that contains a
// phrase has all prints of the phrase: a missing print proves that the phrase is absent, while a full set
// proves nothing.

#include <cstdint>
#include <string_view>
#include <vector>

namespace tailorbird {

using Prints = std::vector<std::uint64_t>;

/// The prints of a file and its path, as NewPhrases::are_in reads them. May contain duplicates.
Prints prints_of_file(std::string_view path, std::string_view bytes);
/// Those of its pieces that the file `before` of the same path does not have (leak/pieces.hpp), and perhaps
/// others: together with the prints of `before` all of them.
Prints prints_of_changed_file(std::string_view path, std::string_view bytes, std::string_view before);

/// Prints that every file with the folded `phrase` has. Empty: nothing can be ruled out.
Prints prints_of_phrase(std::string_view phrase);

}  // namespace tailorbird
