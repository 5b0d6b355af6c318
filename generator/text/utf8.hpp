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

/// How many code points `text`, valid UTF-8, has.
std::size_t code_points(std::string_view text);

/// Case and accents folded for comparing and searching; ligatures opened ("Œuvre" → "oeuvre").
std::string fold(std::string_view text);

/// Lower case, accents folded, what is no letter or digit as hyphens: "Où en êtes-vous ?" →
/// "ou-en-etes-vous", "Первый день" → "первыи-день". Empty when nothing is left.
std::string slug(std::string_view text);

}  // namespace tailorbird
