// Any bytes as a clip: finding out what it is and how long it plays must end, without undefined behaviour.
#include <cstdint>
#include <string_view>

#include "read/pages/clip_file.hpp"
#include "read/pages/mp3_frames.hpp"
#include "read/pages/mp4_boxes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)tailorbird::clip_kind(bytes);
  (void)tailorbird::read_mp4(bytes);
  (void)tailorbird::read_mp3(bytes);
  return 0;
}
