#pragma once
// Reads the words of a theme from strings/<language>.yaml in its folders. Private to render/.

#include <map>
#include <string>
#include <vector>

#include "render/theme_files.hpp"

namespace tailorbird {

/// Language → key → text; a theme's word overrides its ancestor's. Every language gets the same keys: a
/// missing word is filled in from English, with a diagnostic at the file that should have it, so that a theme
/// can be translated step by step. Only English and `languages` are read, since other languages appear on no
/// page of the project; empty: all.
std::map<std::string, Words, std::less<>> read_theme_words(const ThemeLine& line,
                                                           const std::vector<std::string>& languages,
                                                           Diagnostics& diagnostics);

}  // namespace tailorbird
