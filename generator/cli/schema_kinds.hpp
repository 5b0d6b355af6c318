#pragma once
// The kinds of files that `tailorbird schema` makes a schema of.

#include <string>
#include <vector>

namespace tailorbird {

/// "site", "profile" …, in the order of the table in schema.cpp.
std::vector<std::string> schema_kind_names();

}  // namespace tailorbird
