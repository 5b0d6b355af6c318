#pragma once
// Looks at each picture of a project once, whatever the number of pages and editions that show it.

#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "model/picture.hpp"

namespace tailorbird {

/// The pictures among `files` (from `root`) whose size is known, with up to `jobs` threads. One that cannot
/// be read is not among them; it is reported where it is copied.
std::map<std::string, Picture, std::less<>> read_pictures(const fs::path& root,
                                                          const std::vector<std::string>& files,
                                                          unsigned jobs);

}  // namespace tailorbird
