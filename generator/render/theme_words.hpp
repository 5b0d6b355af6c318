#pragma once
// The words of a theme, from strings/<language>.yaml of its folders. Nothing outside render/ needs this.

#include <map>
#include <string>

#include "render/theme_files.hpp"

namespace tailorbird {

/// Language → key → text; a theme's word comes instead of its ancestor's. Every language should have the same
/// words, so that a page never falls silent in one of them: a word that a language lacks is a diagnostic at
/// the file that should have it.
std::map<std::string, Words, std::less<>> read_theme_words(const ThemeLine& line, Diagnostics& diagnostics);

}  // namespace tailorbird
