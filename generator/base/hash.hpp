#pragma once
// Hash functions: SHA-256 for values that leave the process, XXH3 for fast ones inside it.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/files.hpp"

namespace tailorbird {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// SHA-256 of `bytes` in base64, as a content security policy names a script or style: "kX3…=".
std::string sha256_base64(std::string_view bytes);

/// SHA-256 of a file in hexadecimal, read in blocks of constant size.
Result<std::string> sha256_of_file(const fs::path& path);

/// A fast 64-bit hash, equal on every machine; not for hostile input.
std::uint64_t quick_hash(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace tailorbird
