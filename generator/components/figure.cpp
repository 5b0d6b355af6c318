// A picture with a caption.

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto parts =
    std::to_array<PartSpec>({{.role = "image", .from = PartFrom::image, .least = 1, .most = 1}});

}  // namespace

const ComponentSpec figure_component = {
    .name = "figure",
    .summary = "A picture and the words below it",
    .parts = parts,
};

}  // namespace tailorbird
