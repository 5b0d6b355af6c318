#pragma once
// The files that this process runs: the program and the libraries that it is linked with.

#include <string>
#include <vector>

namespace tailorbird {

/// Absolute paths, sorted, as they were at the first call. Other files, or these with other content, are
/// another program.
const std::vector<std::string>& program_files();

}  // namespace tailorbird
