#pragma once
// Reads the width and height of a picture from the first bytes of its file, so that pages can reserve its
// space while it loads. A picture whose size cannot be read is shown without one.

#include <cstdint>
#include <optional>
#include <string_view>

namespace tailorbird {

struct PictureSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool operator==(const PictureSize&) const = default;
};

/// "png", "gif" or "jpg", by the first bytes of the file; empty for other formats.
std::string_view picture_kind(std::string_view bytes);

/// The size of a PNG, GIF or JPEG file. The format is detected from its first bytes, not from its name.
std::optional<PictureSize> picture_size(std::string_view bytes);

}  // namespace tailorbird
