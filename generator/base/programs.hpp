#pragma once
// Runs other programs: found by PATH, without a shell.

#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The path of a program, by PATH; nothing when it is not installed.
std::optional<fs::path> find_program(const char* name);

/// Runs `program` with its output discarded and waits for it. Returns its exit status, or -1 when it was
/// killed. Fails when it cannot be run.
Result<int> run_quietly(const fs::path& program, const std::vector<std::string>& arguments);

}  // namespace tailorbird
