#pragma once
// Where the project's sources are, for tests that read them.

#include <filesystem>

namespace tailorbird::test {

/// The root of the source tree. Compiled into one file, so that equal tests of two checkouts are equal
/// objects.
std::filesystem::path source_dir();

}  // namespace tailorbird::test
