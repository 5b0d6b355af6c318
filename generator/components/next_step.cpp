// The one thing to do after reading.

#include "components/all_components.hpp"

namespace tailorbird {

const ComponentSpec next_step_component = {
    .name = "next-step",
    .summary = "The one thing to do after reading",
};

}  // namespace tailorbird
