// A clip with captions and a transcript.

#include <array>

#include "components/all_components.hpp"
#include "components/media.hpp"

namespace tailorbird {
namespace {

using Kind = AttributeSpec::Kind;

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "src", .kind = Kind::file, .required = true, .choices = "mp4"},
    {.name = "poster", .kind = Kind::file, .choices = "png jpg jpeg svg"},
    {.name = "title", .required = true},
});

}  // namespace

const ComponentSpec video_component = {
    .name = "video",
    .summary = "A clip with captions and a transcript",
    .needs_script = true,
    .attributes = attributes,
    .parts = media_parts,
    .check = check_cues,
};

}  // namespace tailorbird
