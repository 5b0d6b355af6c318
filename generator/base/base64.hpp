#pragma once
// Base64 (RFC 4648, section 4), for data: addresses and the hashes of a content security policy.

#include <string>
#include <string_view>

namespace tailorbird {

/// `bytes` in base64, padded, on one line.
std::string base64(std::string_view bytes);

}  // namespace tailorbird
