#pragma once
// What has to happen to pages before they go into a package of one language.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/learning.hpp"

namespace tailorbird {

/// `html` without the element that carries the attribute `data-other-languages`: a package holds one
/// language, and the links of the language choice would lead nowhere.
std::string without_other_languages(std::string_view html);

/// `html` with `sentence` (plain text) in each element that carries the attribute `data-tracking`: what a web
/// server promises its readers is not what a learning system does. Such an element holds only text.
std::string with_tracking_sentence(std::string_view html, std::string_view sentence);

/// The key of the theme's sentence for the level: "tracking-place".
std::string tracking_sentence_key(Tracking tracking);

/// The paths (as seen from the package's root) that the page at `path` links to or shows, as far as they are
/// files: relative addresses in href and src. Sorted, each once.
std::set<std::string> linked_files(std::string_view path, std::string_view html);

}  // namespace tailorbird
