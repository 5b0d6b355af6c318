#pragma once
// Documents that are no page of content, such as the page that holds a SCORM session: a layout of the theme,
// filled with a few texts.

#include <map>
#include <string>
#include <string_view>

#include "render/theme.hpp"

namespace tailorbird {

using LayoutTexts = std::map<std::string, std::string, std::less<>>;

/// layouts/`name`.mustache with `texts`, in the theme's words for `language`. ASCII. Names that the template
/// asks for and `texts` does not have are diagnostics, as on pages.
std::string render_layout(const Theme& theme, std::string_view language, std::string_view name,
                          const LayoutTexts& texts, Diagnostics& diagnostics);

}  // namespace tailorbird
