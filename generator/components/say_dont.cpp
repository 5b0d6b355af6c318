// Things to say, and things not to say.

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto items = std::to_array<PartSpec>({{.role = "item", .from = PartFrom::list_item}});
constexpr auto parts = std::to_array<PartSpec>({
    {.role = "say", .least = 1, .most = 1, .children = items},
    {.role = "dont", .least = 1, .most = 1, .children = items},
});

}  // namespace

const ComponentSpec say_dont_component = {
    .name = "say-dont",
    .summary = "What one could say, and what better not",
    .allows_words = false,
    .parts = parts,
};

}  // namespace tailorbird
