#pragma once
// The location of the project's sources, for tests that read them.

#include <filesystem>

namespace tailorbird::test {

/// The root of the source tree. Only one file is compiled with this path, so that other tests compile to the
/// same objects in every checkout.
std::filesystem::path source_dir();

}  // namespace tailorbird::test
