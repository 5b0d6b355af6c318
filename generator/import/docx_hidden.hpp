#pragma once
// Takes hidden text out of a Word document: pandoc would make it visible.

#include "base/result.hpp"
#include "import/docx_parts.hpp"

namespace tailorbird {

struct VisibleDocx {
  fs::path path;                  // of the document, or of its copy without hidden text
  std::vector<DocxPlace> hidden;  // what the copy lacks
};

/// Hidden are runs of text (Font, Hidden), by themselves or by their style, rows of tables and drawings. A
/// copy is only made, in `folder`, when there are some. Fails when a part with hidden text cannot be read. A
/// file that is no Word document is returned as it is.
Result<VisibleDocx> without_hidden_text(const fs::path& document, const fs::path& folder);

}  // namespace tailorbird
