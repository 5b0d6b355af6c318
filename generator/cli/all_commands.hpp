#pragma once
// Declarations of the rows of the table of commands, each defined in its own file <name>.cpp.

#include "cli/command.hpp"

namespace tailorbird {

extern const Command init_command;
extern const Command new_command;
extern const Command import_command;
extern const Command check_command;
extern const Command build_command;
extern const Command join_command;
extern const Command serve_command;
extern const Command lsp_command;
extern const Command verify_command;
extern const Command explain_command;
extern const Command coverage_command;
extern const Command diff_command;
extern const Command list_command;
extern const Command translate_command;
extern const Command schema_command;
extern const Command completion_command;

}  // namespace tailorbird
