#pragma once
// Reads each picture of a project once, whatever the number of pages and editions that show it.

#include <map>
#include <string>
#include <vector>

#include "base/input_files.hpp"
#include "diag/diagnostic.hpp"
#include "model/picture.hpp"

namespace tailorbird {

struct PicturesRead {
  std::map<std::string, Picture, std::less<>>
      pictures;             // by file from the root; only those whose size is known
  Diagnostics diagnostics;  // of pictures that cannot be read
};

/// Reads the pictures among `names` (from `root`) with up to `jobs` threads.
PicturesRead read_pictures(const fs::path& root, const std::vector<std::string>& names, unsigned jobs,
                           const Files& files = disk());

}  // namespace tailorbird
