// Numbered steps to take in order.

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({{.name = "title"}});
constexpr auto parts =
    std::to_array<PartSpec>({{.role = "item", .from = PartFrom::numbered_item, .least = 1}});

}  // namespace

const ComponentSpec steps_component = {
    .name = "steps",
    .summary = "What to do in order",
    .allows_words = false,
    .attributes = attributes,
    .parts = parts,
};

}  // namespace tailorbird
