#pragma once
// Declarations of the rows of the table of formats (formats.def).

#include "write/format.hpp"

namespace tailorbird {

#define FORMAT(descriptor) extern const Format descriptor;
#include "write/formats.def"

}  // namespace tailorbird
