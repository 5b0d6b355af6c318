#pragma once
// Writes editable documents: Office Open XML (Word, LibreOffice) and OpenDocument. They have real headings,
// lists, tables and links in named styles, the language of the text, and page numbers in the footer.

#include <string>
#include <utility>
#include <vector>

#include "write/kit/text_document.hpp"

namespace tailorbird {

/// The files of a document's zip, in order: name → bytes.
using OfficeFiles = std::vector<std::pair<std::string, std::string>>;

/// ISO/IEC 29500, transitional: a .docx. Equal documents give equal bytes.
OfficeFiles docx_files(const TextDocument& document, const std::string& colour);

/// OpenDocument 1.3: an .odt. Its first file, `mimetype`, must be stored, not deflated.
OfficeFiles odt_files(const TextDocument& document, const std::string& colour);

}  // namespace tailorbird
