#pragma once
// Inspects a Word document: the content that pandoc silently ignores, and counts of everything.

#include <map>
#include <string>
#include <vector>

#include "import/docx_parts.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

struct DocxLook {
  std::string title;  // of the style Title; empty: none
  ContentCounts counts;
  std::map<std::string, std::vector<DocxPlace>> styles;  // by visible name; without Word's built-in styles
  std::vector<DocxPlace> text_boxes;
  std::vector<DocxPlace> drawings;  // charts, diagrams, shapes: drawings without a picture file
  std::vector<DocxPlace> comments;
  std::vector<DocxPlace> changes;    // insertions and deletions that were not accepted
  std::vector<std::string> margins;  // texts of headers and footers
};

/// Fails when the file is not a Word document.
Result<DocxLook> look_into_docx(const fs::path& path);

}  // namespace tailorbird
