#pragma once
// What video and audio share: spoken text with its times, and a transcript.

#include <array>

#include "components/component.hpp"

namespace tailorbird {

inline constexpr std::array<PartSpec, 2> media_parts = {{
    {.role = "cue", .from = PartFrom::timed_item},
    {.role = "transcript", .least = 1, .most = 1},
}};

/// Each cue ends after it begins, and begins no earlier than the one before it ends.
void check_cues(const ComponentCheck& check);

}  // namespace tailorbird
