#pragma once
// The boxes of an MP4 file, as far as they say how long it plays and with what (ISO/IEC 14496-12).

#include <string_view>

#include "read/pages/clip_file.hpp"

namespace tailorbird {

/// Of a file that begins with the box `ftyp`.
ClipRead read_mp4(std::string_view bytes);

}  // namespace tailorbird
