#pragma once
// What a file of sound or film is and how long it plays, from the headers in it: the boxes of MP4 (ISO/IEC
// 14496-12) and the frames of MP3 (ISO/IEC 11172-3 and 13818-3). Nothing is decoded. Each byte is looked at a
// fixed number of times at most, whatever the headers say.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace tailorbird {

/// "mp4" or "mp3", or the ending of another kind of file whose first bytes are known, such as "webm" or
/// "mov"; empty: none of them.
std::string_view clip_kind(std::string_view bytes);

struct Clip {
  std::uint32_t milliseconds = 0;  // how long it plays; 0: it does not say
  bool operator==(const Clip&) const = default;
};

/// The clip, or what is wrong with it: "the clip is cut short".
using ClipRead = std::variant<Clip, std::string>;

ClipRead read_clip(std::string_view bytes);

}  // namespace tailorbird
