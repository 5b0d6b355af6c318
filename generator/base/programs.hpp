#pragma once
// Other programs: found by PATH, run without a shell.

#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// Where a program is, by PATH; nothing when it is not installed.
std::optional<fs::path> find_program(const char* name);

/// Runs `program` and waits for its end; its own words go nowhere. Its exit status, or -1 when it was killed.
/// Fails when it cannot be run.
Result<int> run_quietly(const fs::path& program, const std::vector<std::string>& arguments);

}  // namespace tailorbird
