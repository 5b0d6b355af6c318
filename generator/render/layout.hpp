#pragma once
// Renders documents that are not content pages, such as the one that holds a SCORM session: a layout of the
// theme with a few texts filled in.

#include <map>
#include <string>
#include <string_view>

#include "render/theme.hpp"

namespace tailorbird {

using LayoutTexts = std::map<std::string, std::string, std::less<>>;

/// layouts/`name`.mustache with `texts`, in the theme's words for `language`. The result is ASCII. Template
/// names that `texts` lacks are diagnostics, as on pages.
std::string render_layout(const Theme& theme, std::string_view language, std::string_view name,
                          const LayoutTexts& texts, Diagnostics& diagnostics);

}  // namespace tailorbird
