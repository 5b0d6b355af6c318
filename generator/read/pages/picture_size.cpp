#include "read/pages/picture_size.hpp"

#include <cstddef>

#include "read/pages/big_endian.hpp"

namespace tailorbird {
namespace {

using namespace std::string_view_literals;

std::uint32_t big_endian_32(std::string_view bytes, std::size_t at, std::size_t count) {
  return static_cast<std::uint32_t>(big_endian(bytes, at, count));
}

std::uint32_t little_endian_16(std::string_view bytes, std::size_t at) {
  const std::uint32_t number = big_endian_32(bytes, at, 2);
  return (number & 0xffU) << 8U | number >> 8U;
}

/// Whether a marker is a frame header (SOF0 … SOF15), which has the size; C4, C8 and CC are not, though in
/// that range.
bool is_frame_header(std::uint32_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// Whether a marker has no length: fill bytes, restarts, and the start of the picture.
bool stands_alone(std::uint32_t marker) {
  return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker == 0xff;
}

PictureSize jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && bytes[at] == '\xff') {
    const std::uint32_t marker = big_endian_32(bytes, at + 1, 1);
    if (is_frame_header(marker)) return {big_endian_32(bytes, at + 7, 2), big_endian_32(bytes, at + 5, 2)};
    if (marker == 0xd9 || marker == 0xda) break;  // the picture data begin, or end, and no size came before
    at += stands_alone(marker) ? (marker == 0xff ? 1 : 2) : 2 + big_endian_32(bytes, at + 2, 2);
  }
  return {};
}

PictureSize any_size(std::string_view bytes) {
  const std::string_view kind = picture_kind(bytes);
  if (kind == "png") return {big_endian_32(bytes, 16, 4), big_endian_32(bytes, 20, 4)};
  if (kind == "gif") return {little_endian_16(bytes, 6), little_endian_16(bytes, 8)};
  if (kind == "jpg") return jpeg_size(bytes);
  return {};
}

}  // namespace

std::string_view picture_kind(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "png";
  if (bytes.starts_with("GIF8"sv)) return "gif";
  if (bytes.starts_with("\xff\xd8\xff"sv)) return "jpg";
  return {};
}

std::optional<PictureSize> picture_size(std::string_view bytes) {
  // More than any screen has: a broken file must not make a page of a million pixels.
  constexpr std::uint32_t most = 30000;
  const PictureSize size = any_size(bytes);
  if (size.width == 0 || size.height == 0 || size.width > most || size.height > most) return std::nullopt;
  return size;
}

}  // namespace tailorbird
