#pragma once
// The content revision: a short name for exactly what a bundle was made from. It is shown in the pages and in
// build.json, so that a reader's "the text is wrong" leads to the right version.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The first 12 hexadecimal digits of a SHA-256 over this program's version and all files of content/,
/// profiles/ and the themes in `theme_folders` (of two themes with one name only the first counts, as when
/// they are read). Depends on names and bytes of files, on nothing of the machine.
Result<std::string> content_revision(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                     unsigned jobs);

}  // namespace tailorbird
