#pragma once
// How wide and high a picture is, from the first bytes of its file, so that pages can keep its room free
// while it loads. What cannot be read has no size: the picture is shown all the same.

#include <cstdint>
#include <optional>
#include <string_view>

namespace tailorbird {

struct PictureSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool operator==(const PictureSize&) const = default;
};

/// "png", "gif" or "jpg", by the first bytes of the file; empty: none of them.
std::string_view picture_kind(std::string_view bytes);

/// Of a PNG, GIF or JPEG file; the kind is told by its first bytes, not by its name.
std::optional<PictureSize> picture_size(std::string_view bytes);

}  // namespace tailorbird
