#pragma once
// The words of a theme, from strings/<language>.yaml of its folders. Nothing outside render/ needs this.

#include <map>
#include <string>
#include <vector>

#include "render/theme_files.hpp"

namespace tailorbird {

/// Language → key → text; a theme's word comes instead of its ancestor's. Every language has the same words,
/// so that a page never falls silent in one of them: what a language lacks is filled with English, and is a
/// diagnostic at the file that should have it. A theme can so be translated step by step. Only English and
/// `languages` are read: nobody need translate what no page of the project shows. Empty: all.
std::map<std::string, Words, std::less<>> read_theme_words(const ThemeLine& line,
                                                           const std::vector<std::string>& languages,
                                                           Diagnostics& diagnostics);

}  // namespace tailorbird
