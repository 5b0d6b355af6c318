#pragma once
// The contents of a zip as a value.

#include <filesystem>

#include "support/tree.hpp"

namespace tailorbird::test {

/// Name in the zip → bytes. Throws when the zip cannot be read.
Tree read_zip(const std::filesystem::path& path);

}  // namespace tailorbird::test
