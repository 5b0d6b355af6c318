// A quotation and who said it.

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({{.name = "who"}});

}  // namespace

const ComponentSpec quote_component = {
    .name = "quote",
    .summary = "What someone said, and who",
    .attributes = attributes,
};

}  // namespace tailorbird
