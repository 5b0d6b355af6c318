#pragma once
// The version of a page: eight hexadecimal digits of a hash of its bytes. Readers who report a mistake can
// quote it from screen or paper, and searching the output for it finds the page. A page with the same bytes
// keeps its version.

#include <string>
#include <string_view>

namespace tailorbird {

/// A placeholder for the version until the rest of the page is known. No text of a project contains these
/// characters.
inline constexpr std::string_view page_version_hole = "\x1A\x1Aversion";

/// `document` with each placeholder replaced by its version.
std::string with_page_version(std::string document);

}  // namespace tailorbird
