#pragma once
// Reads the parts of a Word document, which is a zip of XML files.

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>
#include <zip.h>

#include "base/files.hpp"

namespace tailorbird {

struct CloseDocx {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
/// Changes that zip_close did not write are lost.
using DocxArchive = std::unique_ptr<zip_t, CloseDocx>;

/// Null: no zip.
DocxArchive open_docx(const fs::path& path, int flags = ZIP_RDONLY);
/// The names of all parts, sorted.
std::vector<std::string> docx_part_names(const DocxArchive& archive);
/// A part of the document; nothing: not there, too large, or broken.
std::optional<std::string> docx_part(const DocxArchive& archive, const std::string& name);

/// A place in a document: the number of the paragraph and its first words.
struct DocxPlace {
  std::size_t paragraph = 0;
  std::string words;
};

/// All that readers see of an element; text boxes aside.
std::string docx_text(pugi::xml_node element);
/// The first words of a text, for a report.
std::string first_words(std::string_view text);

}  // namespace tailorbird
