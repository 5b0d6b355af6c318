#pragma once
// Hashes: SHA-256 where others will check it, XXH3 where only this process will.

#include <cstdint>
#include <string>
#include <string_view>

namespace tailorbird {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// A fast 64-bit hash, equal on every machine; not for anything hostile.
std::uint64_t quick_hash(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace tailorbird
