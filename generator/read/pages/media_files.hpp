#pragma once
// Looks at each picture and clip of a project once, whatever the number of pages and editions that show it.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/input_files.hpp"
#include "diag/diagnostic.hpp"
#include "model/picture.hpp"

namespace tailorbird {

struct MediaRead {
  std::map<std::string, Picture, std::less<>> pictures;  // by file from the root; those whose size is known
  std::map<std::string, std::uint32_t, std::less<>> clips;  // by file: milliseconds, of those that say it
  Diagnostics diagnostics;                                  // of those that cannot be read or shown
};

/// Reads the pictures and clips among `names` (from `root`), whole, with up to `jobs` threads. One of more
/// bytes than `largest_file` is an error.
MediaRead read_media(const fs::path& root, const std::vector<std::string>& names, unsigned jobs,
                     const Files& files = disk());

}  // namespace tailorbird
