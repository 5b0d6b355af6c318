#pragma once
// The revision of a build: a short name for exactly what it read, which build.json holds.

#include <string>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The first 12 hexadecimal digits of a SHA-256 over this program's version and the names and contents of
/// all files in content/, profiles/ and the themes, read with up to `jobs` threads. It depends on nothing of
/// the machine. Fails when a file cannot be read.
Result<std::string> read_revision(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                  unsigned jobs, const Files& files);

}  // namespace tailorbird
