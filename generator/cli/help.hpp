#pragma once
// Help texts, generated from the table of commands and the options they declare.

#include <CLI/CLI.hpp>
#include <string>

#include "cli/command.hpp"

namespace tailorbird {

/// tailorbird --help
std::string program_help();

/// The help of `app`: the command itself or one of its subcommands, called `full_name` ("new page").
std::string command_help(const Command& command, const CLI::App& app, const std::string& full_name);

/// The help of all commands, docs/reference/commands.md.
std::string commands_markdown();

}  // namespace tailorbird
