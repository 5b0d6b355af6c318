#pragma once
// Extracts parts of pages for printing alone: sheets to hand out, points for a pocket card. Their links
// within the booklet become plain words.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// A checklist or conversation, to be printed alone.
struct Sheet {
  std::string page;  // the title of its page, plain text
  std::string xml;   // the component
};

struct PaperParts {
  std::vector<Sheet> sheets;        // in the order of the page
  std::vector<std::string> points;  // of the page's first key points, each an inline piece of XML
};

/// `section`: one page rendered for paper. Nothing when it is not well-formed.
std::optional<PaperParts> paper_parts(std::string_view section);

}  // namespace tailorbird
