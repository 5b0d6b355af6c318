// A recording with captions and a transcript.

#include <array>

#include "components/all_components.hpp"
#include "components/media.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "src", .kind = AttributeSpec::Kind::file, .required = true, .choices = "mp3"},
    {.name = "title", .required = true},
});

}  // namespace

const ComponentSpec audio_component = {
    .name = "audio",
    .summary = "A recording with captions and a transcript",
    .needs_script = true,
    .attributes = attributes,
    .parts = media_parts,
    .check = check_cues,
};

}  // namespace tailorbird
