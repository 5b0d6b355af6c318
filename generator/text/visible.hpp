#pragma once
// Texts of files and their names as a terminal may show them: nothing in them steers it.

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` with each control character, mark that reverses the direction of writing, and byte that is not
/// UTF-8 written out: `\n`, `\x1b`, `\u202e`.
std::string visible(std::string_view text);

/// The same with a blank for each of them, so that columns stay as they are.
std::string blanked(std::string_view text);

}  // namespace tailorbird
