#pragma once
// The command line interface: finds the command, parses its options, runs it.

#include <string>
#include <vector>

namespace tailorbird {

/// Runs `arguments` (without the program's name) and returns the exit status.
int run_command_line(const std::vector<std::string>& arguments);

}  // namespace tailorbird
