#pragma once
// The version of one page: eight hexadecimal digits of its own bytes. A reader who says "the text is wrong"
// can name it, on screen and on paper, and a search for it in the output finds the page. A page that comes
// out the same keeps its version, whatever else has changed.

#include <string>
#include <string_view>

namespace tailorbird {

/// Stands for the version until the rest of the page is known. No text of a project holds these characters.
inline constexpr std::string_view page_version_hole = "\x1A\x1Aversion";

/// `document` with its version in each hole.
std::string with_page_version(std::string document);

}  // namespace tailorbird
