#pragma once
// The files that this process executes: the program and its shared libraries.

#include <string>
#include <vector>

namespace tailorbird {

/// Absolute paths, sorted, determined at the first call. A cache is invalid when one of these files changes.
const std::vector<std::string>& program_files();

}  // namespace tailorbird
