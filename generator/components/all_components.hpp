#pragma once
// Declares the descriptors in the table of components (components.def).

#include "components/component.hpp"

namespace tailorbird {

#define COMPONENT(descriptor) extern const ComponentSpec descriptor;
#include "components/components.def"

}  // namespace tailorbird
