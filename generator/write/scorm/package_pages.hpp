#pragma once
// Prepares pages for a package of one language.

#include <set>
#include <string>
#include <string_view>

#include "model/learning.hpp"

namespace tailorbird {

/// `html` without the element with the attribute `data-other-languages`: a package has one language, so the
/// links to others would be broken.
std::string without_other_languages(std::string_view html);

/// `html` with `sentence` (plain text) as the content of each element with the attribute `data-tracking`,
/// since the privacy note for a web site is not true in a learning system. Such elements contain only text.
std::string with_tracking_sentence(std::string_view html, std::string_view sentence);

/// The key of the theme's sentence for the level: "tracking-place".
std::string tracking_sentence_key(Tracking tracking);

/// The files (from the package's root) that the page at `path` links to or shows: relative addresses in href
/// and src. Sorted, each once.
std::set<std::string> linked_files(std::string_view path, std::string_view html);

}  // namespace tailorbird
