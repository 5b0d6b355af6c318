// A GitHub alert: > [!TIP]

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "type",
     .kind = AttributeSpec::Kind::choice,
     .required = true,
     .choices = "note tip important warning caution"},
});

}  // namespace

const ComponentSpec callout_component = {
    .name = "callout",
    .summary = "A passage that stands out, written as `> [!TIP]`",
    .attributes = attributes,
};

}  // namespace tailorbird
