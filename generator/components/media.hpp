#pragma once
// The grammar that video and audio share: timed captions and a transcript.

#include <array>
#include <cstdint>

#include "components/component.hpp"

namespace tailorbird {

inline constexpr std::array<PartSpec, 2> media_parts = {{
    {.role = "cue", .from = PartFrom::timed_item},
    {.role = "transcript", .least = 1, .most = 1},
}};

/// The time of a cue in milliseconds: "1:02:03.5". `time` must be well-formed, as compiled cues are.
std::int64_t cue_milliseconds(std::string_view time);

/// Checks that each cue ends after it begins, and does not begin before the previous one ends.
void check_cues(const ComponentCheck& check);

}  // namespace tailorbird
