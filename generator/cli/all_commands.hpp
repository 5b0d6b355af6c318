#pragma once
// Declarations of the rows of the table of commands (commands.def).

#include "cli/command.hpp"

namespace tailorbird {

#define COMMAND(descriptor) extern const Command descriptor;
#include "cli/commands.def"

}  // namespace tailorbird
