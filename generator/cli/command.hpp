#pragma once
// The table of commands. A command is one file with one descriptor: its name, its help texts, and a function
// that declares its options and runs it. Parsing, help and "did you mean" read the table.

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// Exit codes: 0 clean, 1 findings, 2 could not run.
enum class Exit : int { clean = 0, findings = 1, could_not_run = 2 };

/// What the first argument of a command can be, besides its subcommands, for completion in shells.
struct Argument {
  std::vector<std::string> (*words)() = nullptr;
  std::string_view list = {};  // the argument of `tailorbird list` that prints them: "codes"
  bool is_file = false;        // or a folder
};

struct Command {
  std::string_view name;
  std::string_view summary;   // one line, for the list of commands
  std::string_view about;     // a paragraph, for its own help
  std::string_view examples;  // lines of "tailorbird …   what it does"
  /// Adds the command's options to `app`; the function it returns runs the command after parsing.
  std::function<Exit()> (*declare)(CLI::App& app);
  Argument argument = {};
};

std::span<const Command> commands();

}  // namespace tailorbird
