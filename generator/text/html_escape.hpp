#pragma once
// Escapes text as HTML in ASCII (docs/decisions/ascii-output.md).

#include <cstddef>
#include <string>
#include <string_view>

namespace tailorbird {

/// Appends `text` to `out` with `& < > "` as entities and each non-ASCII code point as `&#N;`, so that the
/// bytes are read correctly whatever charset a server declares (docs/decisions/ascii-output.md).
void append_html_escaped(std::string& out, std::string_view text);

std::string html_escaped(std::string_view text);

/// For texts that stand between others: the first byte of `text` in [begin, end) that append_html_escaped
/// does not copy as it is; `end` when there is none.
std::size_t find_escaped(std::string_view text, std::size_t begin, std::size_t end);
/// Appends the sign that begins with that byte, escaped; returns the index after it.
std::size_t append_escaped_sign(std::string& out, std::string_view text, std::size_t at);

/// Appends `address` (ASCII, percent-encoded where needed) to `out` as the value of an attribute, in which
/// `'` is an entity too.
void append_address_escaped(std::string& out, std::string_view address);

/// Appends `html` to `out` with its non-ASCII code points as `&#N;` and nothing else escaped.
void append_ascii_html(std::string& out, std::string_view html);

}  // namespace tailorbird
