#include "cli/app.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>

#include "build/version.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/help.hpp"
#include "cli/places.hpp"
#include "diag/suggest.hpp"
#include "write/staging.hpp"

namespace tailorbird {
namespace {

constexpr int could_not_run = static_cast<int>(Exit::could_not_run);

const Command* find_command(std::string_view name) {
  const auto table = commands();
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const Command& one) { return one.name == name; });
  return row == table.end() ? nullptr : &*row;
}

int usage_error(std::string_view message, std::string_view hint, std::string_view help) {
  print_error(fmt::format("tailorbird: {}\n{}{}Help: {}\n", message, hint, hint.empty() ? "" : "\n", help));
  return could_not_run;
}

int unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return usage_error(fmt::format("there is no command `{}`", name), suggestion(name, names),
                     "tailorbird --help");
}

/// The parts of the command that was parsed furthest: `new page` rather than `new`.
const CLI::App& innermost(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : innermost(*parsed.front());
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_lnames().empty()) names.push_back("--" + option->get_lnames().front());
  }
  return names;
}

int unknown_argument(const CLI::App& app, const std::string& full_name) {
  const CLI::App& inner = innermost(app);
  const std::vector<std::string> rest = app.remaining(true);
  const std::string help = fmt::format("tailorbird {} --help", full_name);
  const std::string name = rest.empty() ? std::string() : rest.front().substr(0, rest.front().find('='));
  if (name.starts_with('-')) {
    return usage_error(fmt::format("`{}` has no option `{}`", full_name, name),
                       suggestion(name, option_names(inner)), help);
  }
  return usage_error(fmt::format("`{}` does not know what to do with `{}`", full_name, name), "", help);
}

/// "new page", as far as it was parsed.
std::string full_name(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app.get_name() : app.get_name() + " " + full_name(*parsed.front());
}

std::string option_or(const CLI::App& app, const std::string& name, std::string otherwise) {
  const CLI::Option* option = app.get_option_no_throw(name);
  return option == nullptr || option->count() == 0 ? std::move(otherwise) : option->as<std::string>();
}

/// If a build was killed while it replaced the output, the next command finishes the replacement, whichever
/// it is.
void finish_output(const CLI::App& app) {
  if (app.get_option_no_throw("--root") == nullptr) return;
  const std::string dist = (fs::path(option_or(app, "--root", nearest_project().string())) / "dist").string();
  if (auto finished = finish_interrupted(option_or(app, "--out", dist)); !finished) {
    print_error(fmt::format("tailorbird: an interrupted build could not be finished: {}\n",
                            finished.error().message));
  }
}

int run_command(const Command& command, std::vector<std::string> arguments) {
  CLI::App app(std::string(command.summary), std::string(command.name));
  app.set_help_flag("--help,-h", "Show this help");
  const std::function<Exit()> run = command.declare(app);
  std::reverse(arguments.begin(), arguments.end());  // what CLI11 wants
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    print_result(command_help(command, innermost(app), full_name(app)));
    return static_cast<int>(Exit::clean);
  } catch (const CLI::ExtrasError&) {
    return unknown_argument(app, full_name(app));
  } catch (const CLI::ParseError& error) {
    return usage_error(error.what(), "", fmt::format("tailorbird {} --help", full_name(app)));
  }
  finish_output(innermost(app));
  return static_cast<int>(run());
}

}  // namespace

namespace {

int run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    print_error(program_help());
    return could_not_run;
  }
  const std::string& first = arguments.front();
  if (first == "help" && arguments.size() > 1) {  // `help new page` is `new page --help`
    std::vector<std::string> asked(arguments.begin() + 1, arguments.end());
    asked.emplace_back("--help");
    return run(asked);
  }
  if (first == "--help" || first == "-h" || first == "help") {
    print_result(program_help());
    return static_cast<int>(Exit::clean);
  }
  if (first == "--version") {
    print_result(fmt::format("tailorbird {}\n", version()));
    return static_cast<int>(Exit::clean);
  }
  const Command* command = find_command(first);
  if (command == nullptr) return unknown_command(first);
  try {
    return run_command(*command, {arguments.begin() + 1, arguments.end()});
  } catch (const std::exception& failure) {
    print_error(
        fmt::format("tailorbird: this is a mistake in Tailorbird, not in your files: {}\n", failure.what()));
    return could_not_run;
  }
}

}  // namespace

int run_command_line(const std::vector<std::string>& arguments) {
  const int status = run(arguments);
  if (const int cause = result_failure(); cause != 0) {
    print_error(fmt::format("tailorbird: {}\n", file_error("write", "the results", cause).message));
    return could_not_run;
  }
  return status;
}

}  // namespace tailorbird
