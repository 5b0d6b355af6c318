#pragma once
// A small minifier for the styles and scripts that every page loads. Private to render/.

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` without indentation, empty lines, comments that begin a line, and spaces that mean nothing. A
/// line with a slash stays as it is, and so do all where a text may have several lines.
std::string slim_script(std::string_view text);

/// The same for CSS, also without all comments, insignificant spaces and the semicolon that ends a block; a
/// rule is one line. Strings are kept as they are.
std::string slim_style(std::string_view text);

}  // namespace tailorbird
