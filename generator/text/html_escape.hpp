#pragma once
// Escapes text as HTML in ASCII (docs/decisions/ascii-output.md).

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` appended to `out` with `& < > "` as entities and each non-ASCII code point as `&#N;`, so
/// that the bytes survive any charset a server may claim (docs/decisions/ascii-output.md).
void append_html_escaped(std::string& out, std::string_view text);

std::string html_escaped(std::string_view text);

/// An address (ASCII, percent-encoded where needed) appended to `out` as the value of an attribute, with `'`
/// as an entity too.
void append_address_escaped(std::string& out, std::string_view address);

/// HTML appended to `out` with only its non-ASCII code points turned into `&#N;`.
void append_ascii_html(std::string& out, std::string_view html);

}  // namespace tailorbird
