#pragma once
// Normalises text for comparison: texts that look the same to a reader become equal.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// Lower case, white space as single spaces, straight quotation marks.
struct ComparableText {
  std::string text;
  std::vector<std::size_t> origin;  // by byte of `text`: the offset in the source of the character it was
  // made from; at the end the size of the source
};

/// `source` must be valid UTF-8.
ComparableText make_comparable(std::string_view source);
/// The same, without origins.
std::string comparable_text(std::string_view source);

/// Whether the character before `at` in a comparable text is part of a word. Letters of any script are;
/// quotation marks and dashes, ASCII or not, are not.
bool word_before(std::string_view text, std::size_t at);
/// The same for the character at `at`.
bool word_at(std::string_view text, std::size_t at);

}  // namespace tailorbird
