#pragma once
// Small functions on UTF-8 text that know nothing of content. Nothing here reads the locale.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// `text` without white space (space, tab, CR, LF) at either end. Views into `text`.
std::string_view trim(std::string_view text);

/// The words of `text`, split at runs of white space. Views into `text`.
std::vector<std::string_view> words(std::string_view text);

/// The parts of `text` between `separator`s; n separators give n + 1 parts. Views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

/// `parts` with `separator` between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// `text` with each `from` (not empty) replaced by `to`.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

/// ASCII letters in lower case; other bytes as they are.
std::string ascii_lower(std::string_view text);

/// The byte offset of the first byte that is not valid UTF-8, or nothing when all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// How many code points `text`, valid UTF-8, has.
std::size_t code_points(std::string_view text);

/// `text` appended to `out` with `& < > "` as entities and each non-ASCII code point as `&#N;`, so
/// that the bytes survive any charset a server may claim (docs/decisions/ascii-output.md).
void append_html_escaped(std::string& out, std::string_view text);
std::string html_escaped(std::string_view text);

/// HTML appended to `out` with only its non-ASCII code points turned into `&#N;`.
void append_ascii_html(std::string& out, std::string_view html);

/// Lower case, accents folded, other characters as hyphens: "Où en êtes-vous ?" → "ou-en-etes-vous".
/// Empty when nothing is left.
std::string slug(std::string_view text);

/// Case and accents folded for comparing and searching; ligatures opened ("Œuvre" → "oeuvre").
std::string fold(std::string_view text);

}  // namespace tailorbird
