#pragma once
// Numbers in the headers of pictures and clips, the greatest byte first.

#include <cstdint>
#include <string_view>

namespace tailorbird {

/// `count` bytes at `at`, at most eight; 0 when they are not there.
inline std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  if (at > bytes.size() || count > bytes.size() - at) return 0;
  std::uint64_t number = 0;
  for (const char byte : bytes.substr(at, count)) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace tailorbird
