#pragma once
// Checks that a theme keeps the safety features of the theme it extends when it replaces its templates:
// conditions in lists, the quick exit, the skip link, the privacy note, the language of the text, the rules
// for the browser.

#include "diag/diagnostic.hpp"
#include "render/theme_files.hpp"

namespace tailorbird {

/// Compares each theme of the line with the one it extends. A feature that is dropped is an error at the file
/// that drops it.
void check_theme_safety(const ThemeLine& line, Diagnostics& diagnostics);

}  // namespace tailorbird
