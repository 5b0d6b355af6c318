#pragma once
// The table of commands. A command is one file: its descriptor declares options and runs it.

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string_view>

namespace tailorbird {

/// Exit codes: 0 clean, 1 findings, 2 could not run.
enum class Exit : int { clean = 0, findings = 1, could_not_run = 2 };

struct Command {
  std::string_view name;
  std::string_view summary;
  /// Adds the command's options to `app`; the function it returns runs the command after parsing.
  std::function<Exit()> (*declare)(CLI::App& app);
};

std::span<const Command> commands();

}  // namespace tailorbird
