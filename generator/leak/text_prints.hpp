#pragma once
// Prints tell that a phrase is not in a file without reading the file again. They are hashes of what the scan
// compares: of the bytes from the beginning of each word, and of numbers in any spelling. A file in which a
// phrase stands has all prints of the phrase, so a print that is missing is a certain "no"; prints that are
// all there are only a "perhaps".

#include <cstdint>
#include <string_view>
#include <vector>

namespace tailorbird {

using Prints = std::vector<std::uint64_t>;

/// The prints of a file and of its name, as NewPhrases::are_in reads them. Some occur several times.
Prints prints_of_file(std::string_view path, std::string_view bytes);

/// The prints that a file has wherever in it the folded `phrase` is found. Empty: nothing is known of it.
Prints prints_of_phrase(std::string_view phrase);

}  // namespace tailorbird
