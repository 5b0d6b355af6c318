#pragma once
// What has to happen to pages before they go into a package of one language.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// `html` without the element that carries the attribute `data-other-languages`: a package holds one
/// language, and the links of the language choice would lead nowhere.
std::string without_other_languages(std::string_view html);

/// The paths (as seen from the package's root) that the page at `path` links to or shows, as far as they are
/// files: relative addresses in href and src. Sorted, each once.
std::set<std::string> linked_files(std::string_view path, std::string_view html);

}  // namespace tailorbird
