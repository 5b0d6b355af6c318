// The most important points of a page, at its top.

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto parts = std::to_array<PartSpec>({{.role = "item", .from = PartFrom::list_item, .least = 1}});

}  // namespace

const ComponentSpec key_points_component = {
    .name = "key-points",
    .summary = "The answers of the page in a few words",
    .allows_words = false,
    .parts = parts,
};

}  // namespace tailorbird
