#include "read/pages/mp3_frames.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "read/pages/big_endian.hpp"

namespace tailorbird {
namespace {

struct Frame {
  std::size_t size = 0;  // in bytes
  std::uint32_t samples = 0;
  std::uint32_t rate = 0;  // samples per second
  bool is_mono = false;
  bool is_first_version = false;  // MPEG 1
};

// By the index in the header; 0: not playable.
constexpr std::array<std::uint32_t, 16> first_kilobits = {0,   32,  40,  48,  56,  64,  80,  96,
                                                          112, 128, 160, 192, 224, 256, 320, 0};
constexpr std::array<std::uint32_t, 16> second_kilobits = {0,  8,  16, 24,  32,  40,  48,  56,
                                                           64, 80, 96, 112, 128, 144, 160, 0};
constexpr std::array<std::uint32_t, 4> first_rates = {44100, 48000, 32000, 0};

/// A frame of layer III whose header is at the beginning of `bytes`.
std::optional<Frame> frame_at(std::string_view bytes) {
  constexpr std::uint32_t lowest_version = 0;  // MPEG 2.5
  constexpr std::uint32_t no_version = 1;
  constexpr std::uint32_t first_version = 3;
  constexpr std::uint32_t third_layer = 1;
  if (bytes.size() < 4) return std::nullopt;
  const auto header = static_cast<std::uint32_t>(big_endian(bytes, 0, 4));
  const std::uint32_t version = header >> 19U & 3U;
  if (header >> 21U != 0x7ffU || version == no_version || (header >> 17U & 3U) != third_layer)
    return std::nullopt;
  Frame frame;
  frame.is_first_version = version == first_version;
  frame.is_mono = (header >> 6U & 3U) == 3;
  const std::uint32_t kilobits =
      (frame.is_first_version ? first_kilobits : second_kilobits)[header >> 12U & 15U];
  frame.rate = first_rates[header >> 10U & 3U];
  if (!frame.is_first_version) frame.rate /= version == lowest_version ? 4 : 2;
  if (kilobits == 0 || frame.rate == 0) return std::nullopt;
  frame.samples = frame.is_first_version ? 1152 : 576;
  frame.size = frame.samples / 8 * kilobits * 1000 / frame.rate + (header >> 9U & 1U);
  return frame;
}

/// The size of the ID3v2 tags before the sound. Their size field has seven bits in each byte.
std::string_view without_tags(std::string_view bytes) {
  constexpr std::size_t header = 10;
  while (bytes.starts_with("ID3") && bytes.size() >= header) {
    const std::uint64_t sizes = big_endian(bytes, 6, 4);
    std::size_t size = header;
    for (unsigned index = 0; index < 4; ++index) size += (sizes >> (8 * index) & 0x7fU) << (7 * index);
    if ((big_endian(bytes, 5, 1) & 0x10U) != 0) size += header;  // a footer
    bytes.remove_prefix(std::min(size, bytes.size()));
  }
  return bytes;
}

/// The number of frames of sound that follow, from the information frame that some encoders write first.
struct Said {
  bool is_there = false;
  std::uint64_t frames = 0;  // 0: not given
};

Said said_by(const Frame& frame, std::string_view bytes) {
  const std::size_t stereo = frame.is_first_version ? 32 : 17;
  const std::size_t mono = frame.is_first_version ? 17 : 9;
  const std::size_t at = 4 + (frame.is_mono ? mono : stereo);
  const std::string_view name = bytes.size() < at ? "" : bytes.substr(at, 4);
  if (name != "Xing" && name != "Info") return {};
  return {true, (big_endian(bytes, at + 4, 4) & 1U) != 0 ? big_endian(bytes, at + 8, 4) : 0};
}

struct Counted {
  std::uint64_t frames = 0;
  double seconds = 0;
  Said said;
};

Counted count_frames(std::string_view bytes) {
  Counted counted;
  bool is_first = true;
  while (bytes.size() >= 4) {
    const std::optional<Frame> frame = frame_at(bytes);
    const bool follows = frame && (bytes.size() <= frame->size + 4 || frame_at(bytes.substr(frame->size)));
    // Four bytes can look like a header by chance: a real first frame is followed by another, or by the end.
    if (!frame || (is_first && !follows)) {
      const std::size_t next = bytes.find('\xff', 1);
      bytes.remove_prefix(std::min(next, bytes.size()));
      continue;
    }
    if (is_first) counted.said = said_by(*frame, bytes);
    if (!is_first || !counted.said.is_there) {
      ++counted.frames;
      counted.seconds += static_cast<double>(frame->samples) / frame->rate;
    }
    is_first = false;
    bytes.remove_prefix(std::min(frame->size, bytes.size()));
  }
  return counted;
}

}  // namespace

bool begins_like_mp3(std::string_view bytes) {
  bytes.remove_prefix(
      std::min(bytes.find_first_not_of('\0'), bytes.size()));  // some encoders begin with silence
  return bytes.starts_with("ID3") || frame_at(bytes);
}

ClipRead read_mp3(std::string_view bytes) {
  constexpr double thousand = 1000;
  constexpr double most = std::numeric_limits<std::uint32_t>::max();
  const Counted counted = count_frames(without_tags(bytes));
  if (counted.frames == 0) return std::string("there is nothing to play in the clip");
  if (counted.said.frames > counted.frames + 1) return std::string("the clip is cut short");
  const double length = counted.seconds * thousand;
  return Clip{length < most ? static_cast<std::uint32_t>(std::lround(length)) : 0};
}

}  // namespace tailorbird
