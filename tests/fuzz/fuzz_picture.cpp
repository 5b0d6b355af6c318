// Any bytes as a PNG, GIF or JPEG: finding its size must end, without undefined behaviour.
#include <cstdint>
#include <string_view>

#include "read/pages/picture_size.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)tailorbird::picture_size({reinterpret_cast<const char*>(data), size});
  return 0;
}
