#pragma once
// The kinds of files for which `tailorbird schema` makes a schema.

#include <string>
#include <vector>

namespace tailorbird {

/// "site", "profile" …, in the order of the table in schema.cpp.
std::vector<std::string> schema_kind_names();

}  // namespace tailorbird
