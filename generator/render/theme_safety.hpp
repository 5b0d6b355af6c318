#pragma once
// What a theme must not lose when it replaces templates of the theme it extends: the conditions of lists, the
// quick exit, the skip link, the privacy note, the language of the text, the rules for the browser.

#include "diag/diagnostic.hpp"
#include "render/theme_files.hpp"

namespace tailorbird {

/// Compares each theme of the line with the one it extends: what that one keeps and this one drops is an
/// error at the file that drops it.
void check_theme_safety(const ThemeLine& line, Diagnostics& diagnostics);

}  // namespace tailorbird
