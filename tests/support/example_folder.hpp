#pragma once
// Sets up the folder of an example in docs/reference/codes/: a copy of docs/reference/example/, with the
// files of the example merged in.

#include <string>

#include "base/files.hpp"
#include "report/code_page.hpp"

namespace tailorbird::test {

/// Writes `file` into `folder`, or runs its commands there with `data` in the environment. The test fails
/// when a command fails.
void put_example(const ExampleFile& file, const fs::path& folder, const fs::path& data);

/// `base` with its top-level keys replaced by those of `part`.
std::string merged_yaml(std::string_view base, std::string_view part);

/// `base` with its first element of the same name replaced by `part`.
std::string merged_xml(std::string_view base, std::string_view part);

}  // namespace tailorbird::test
