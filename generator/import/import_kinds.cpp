#include "import/import_kinds.hpp"

#include <array>

namespace tailorbird {

std::span<const ImportKind> import_kinds() {
  static const auto table =
      std::to_array<ImportKind>({quarto_import, dita_import, markdown_import, docx_import});
  return table;
}

}  // namespace tailorbird
