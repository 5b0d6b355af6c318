#pragma once
// The folder in which an example of docs/reference/codes/ stands: a copy of docs/reference/example/, with
// what the example says put in.

#include <string>

#include "base/files.hpp"
#include "report/code_page.hpp"

namespace tailorbird::test {

/// Writes `file` into `folder`, or runs its commands there with `data` in the environment; fails the test
/// when they fail.
void put_example(const ExampleFile& file, const fs::path& folder, const fs::path& data);

/// `base` with the keys at the left edge of `part` in place of its own.
std::string merged_yaml(std::string_view base, std::string_view part);

/// `base` with `part` in place of the first element of its name.
std::string merged_xml(std::string_view base, std::string_view part);

}  // namespace tailorbird::test
