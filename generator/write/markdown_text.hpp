#pragma once
// Converts documents to Markdown, for use without a browser: chat assistants, screen readers, translators.
// The text is complete: it has all that the page on paper has.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// The sections of `xml` (well-formed; rendered for paper) as Markdown: one line for each block, an empty
/// line between blocks. Nothing when it is not well-formed.
std::optional<std::string> markdown_text(std::string_view xml);

}  // namespace tailorbird
