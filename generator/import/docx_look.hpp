#pragma once
// A look into a Word document of our own: what pandoc passes over without a word, and how much of everything
// there is.

#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

/// Something in a document, and where: the number of its paragraph and the first words of it.
struct DocxPlace {
  std::size_t paragraph = 0;
  std::string words;
};

struct DocxLook {
  std::string title;  // of the style Title; empty: none
  ContentCounts counts;
  std::map<std::string, std::vector<DocxPlace>>
      styles;  // by the name that people see; those of Word itself are not here
  std::vector<DocxPlace> text_boxes;
  std::vector<DocxPlace> drawings;  // charts, diagrams, shapes: what is no picture in a file
  std::vector<DocxPlace> comments;
  std::vector<DocxPlace> changes;    // insertions and deletions that nobody has accepted
  std::vector<std::string> margins;  // texts of headers and footers
};

/// Fails when the file is no Word document.
Result<DocxLook> look_into_docx(const fs::path& path);

}  // namespace tailorbird
