#pragma once
// The revision of a build: a short hash of everything that it read, stored in build.json.

#include <functional>
#include <string>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The SHA-256 of a file, in hexadecimal. Called from several threads.
using HashOf = std::function<Result<std::string>(const fs::path& file)>;

/// Reads the file through `files`, which must outlive the function.
HashOf hash_through(const Files& files);

/// The first 12 hexadecimal digits of a SHA-256 over this program's version and the names and contents of all
/// files in content/, profiles/ and the themes, hashed with up to `jobs` threads. It does not depend on the
/// machine. Fails when a file cannot be read.
Result<std::string> read_revision(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                  unsigned jobs, const Files& files, const HashOf& hash_of);

}  // namespace tailorbird
