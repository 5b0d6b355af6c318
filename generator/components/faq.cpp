// Questions, each with an answer that unfolds.

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({{.name = "title"}});
constexpr auto parts =
    std::to_array<PartSpec>({{.role = "question", .from = PartFrom::heading_section, .least = 1}});

}  // namespace

const ComponentSpec faq_component = {
    .name = "faq",
    .summary = "Questions, each with its answer to unfold",
    .allows_words = false,
    .attributes = attributes,
    .parts = parts,
};

}  // namespace tailorbird
