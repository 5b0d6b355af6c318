#pragma once
// Small functions on addresses that know no content.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// An address in ASCII: bytes that cannot stand in one as %XX.
std::string percent_encoded(std::string_view url);

/// `%20` and the like decoded; a `%` that is followed by no two hexadecimal digits stays.
std::string percent_decoded(std::string_view url);

/// The scheme of an address, in lower case: "https" of "HTTPS://x"; empty when it has none.
std::string url_scheme(std::string_view url);

}  // namespace tailorbird
