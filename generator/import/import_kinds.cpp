#include <array>

#include "import/all_import_kinds.hpp"

namespace tailorbird {

std::span<const ImportKind> import_kinds() {
  static const std::array table = {
#define IMPORT_KIND(descriptor) descriptor,
#include "import/import_kinds.def"
  };
  return table;
}

}  // namespace tailorbird
