#pragma once
// Looks at each picture and clip of a project once, whatever the number of pages and editions that show it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "diag/diagnostic.hpp"
#include "model/picture.hpp"

namespace tailorbird {

struct MediaRead {
  std::map<std::string, Picture, std::less<>> pictures;  // by file from the root; those whose size is known
  Diagnostics diagnostics;                               // of those that cannot be read or shown
};

/// Whether a file is one of sound or film, by its name.
bool is_clip(std::string_view path);

/// Reads the pictures and clips among `names` (from `root`), whole, with up to `jobs` threads. One of more
/// bytes than `largest_file` is an error.
MediaRead read_media(const fs::path& root, const std::vector<std::string>& names, unsigned jobs,
                     const Files& files = disk());

}  // namespace tailorbird
