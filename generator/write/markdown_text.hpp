#pragma once
// A document as Markdown, for readers without a browser: chat assistants, screen readers, translators. What
// is written is what the paper form of the page says, nothing less.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// The sections of `xml` (well-formed; rendered for paper) as Markdown: one line for each block, an empty
/// line between blocks. Nothing when it is not well-formed.
std::optional<std::string> markdown_text(std::string_view xml);

}  // namespace tailorbird
