#include <fmt/format.h>
#include <iostream>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/places.hpp"
#include "lsp/language_server.hpp"

namespace tailorbird {
namespace {

EditorSetting find_setting(const fs::path& folder) {
  const fs::path root = project_above(fs::absolute(folder).lexically_normal());
  return {root, theme_folders(root), data_folder()};
}

Exit run_lsp() {
  std::ios::sync_with_stdio(false);
  const std::string problem = run_language_server(std::cin, std::cout, find_setting);
  if (problem.empty()) return Exit::clean;
  print_error(fmt::format("tailorbird lsp: {}\n", problem));
  return Exit::findings;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto stdio = std::make_shared<bool>(false);
  app.add_flag("--stdio", *stdio,
               "Use standard input and output, which is the default; editors add this option");
  return [stdio] { return run_lsp(); };
}

}  // namespace

const Command lsp_command{
    "lsp", "Help an editor: findings as you type, completion, definitions",
    "A language server (LSP 3.17) on standard input and output, for editors to start: findings as you type, "
    "completion of dimensions, conditions, variables, links, terms, components and front matter, what a name "
    "stands for, where it is defined, and renaming of heading ids.",
    "tailorbird lsp     the command for an editor to start for Markdown in content/", declare};

}  // namespace tailorbird
