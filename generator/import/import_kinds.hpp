#pragma once
// Declarations of the rows of the table of import kinds, each defined in its own file.

#include "import/import.hpp"

namespace tailorbird {

extern const ImportKind markdown_import;
extern const ImportKind quarto_import;
extern const ImportKind dita_import;
extern const ImportKind docx_import;

}  // namespace tailorbird
