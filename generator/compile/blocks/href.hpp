#pragma once
// Percent encoding and schemes of addresses.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// `url` in ASCII: bytes that are not allowed in an address become %XX.
std::string percent_encoded(std::string_view url);

/// `url` with percent encoding decoded; a `%` without two hexadecimal digits after it stays.
std::string percent_decoded(std::string_view url);

/// The scheme of an address, in lower case: "https" of "HTTPS://x"; empty when it has none.
std::string url_scheme(std::string_view url);

}  // namespace tailorbird
