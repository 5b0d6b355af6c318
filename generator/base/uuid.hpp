#pragma once
// Deterministic UUIDs, for standards that require one: the same name gives the same UUID in every build.

#include <string>
#include <string_view>

namespace tailorbird {

/// A UUID of version 8 (RFC 9562, 5.8) made of the start of the SHA-256 of `name`, as an address:
/// "urn:uuid:5ba6f1c0-…".
std::string uuid_address(std::string_view name);

}  // namespace tailorbird
