#pragma once
// UTF-8: validity, code points, case and accent folding, slugs. Never reads the locale.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// Decodes the code point at `text[at]` of valid UTF-8 and moves `at` past it; U+FFFD where it is not valid.
std::int32_t next_code_point(std::string_view text, std::size_t& at);

/// The byte offset of the first byte that is not valid UTF-8, or nothing when all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The number of code points in `text`, valid UTF-8.
std::size_t code_points(std::string_view text);

/// `text` with case and accents folded and ligatures expanded, for comparison and search: "Œuvre" →
/// "oeuvre".
std::string fold(std::string_view text);

/// A slug of `text`: lower case, accents folded, anything but letters and digits as hyphens: "Où en êtes-vous
/// ?" → "ou-en-etes-vous", "Первый день" → "первыи-день". Empty when nothing is left.
std::string slug(std::string_view text);

}  // namespace tailorbird
