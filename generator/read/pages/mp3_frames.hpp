#pragma once
// The frames of an MP3 file (ISO/IEC 11172-3, 13818-3, and the lower rates that are called MPEG 2.5).

#include <string_view>

#include "read/pages/clip_file.hpp"

namespace tailorbird {

/// Whether the first bytes, zeros aside, are a tag (ID3) or a frame.
bool begins_like_mp3(std::string_view bytes);

/// Counts the frames, as few files say how long they are. Bytes between them that are none are passed over,
/// as players do.
ClipRead read_mp3(std::string_view bytes);

}  // namespace tailorbird
