#pragma once
// Declarations of the rows of the table of kinds of import (import_kinds.def).

#include "import/import.hpp"

namespace tailorbird {

#define IMPORT_KIND(descriptor) extern const ImportKind descriptor;
#include "import/import_kinds.def"

}  // namespace tailorbird
