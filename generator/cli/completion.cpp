// Completion for shells, made from the table of commands and the options that they declare.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>

#include "base/strings.hpp"
#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

/// The values of an option or argument.
struct Values {
  std::vector<std::string> words;
  std::string_view list;  // the argument of `tailorbird list`: "profiles"; empty: none
  bool files = false;
};

struct Option {
  std::string name;  // "--root"
  std::string about;
  bool takes_value = false;
  Values values;
};

struct CommandWords {
  std::string name;
  std::string about;
  std::vector<Option> options;
  Values argument;
};

/// "FORM:{text,json}" → text, json
std::vector<std::string> choices_of(const std::string& type) {
  const std::size_t open = type.find('{');
  std::vector<std::string> choices;
  if (open == std::string::npos || !type.ends_with('}')) return choices;
  for (const std::string_view word :
       split(std::string_view(type).substr(open + 1, type.size() - open - 2), ','))
    choices.emplace_back(word);
  return choices;
}

Values values_of(const CLI::Option& option, const std::string& name) {
  struct Row {
    std::string_view name;
    std::string_view list;
  };
  constexpr auto lists =
      std::to_array<Row>({{"--profile", "profiles"}, {"--bundle", "bundles"}, {"--format", "formats"}});
  const auto row = std::find_if(lists.begin(), lists.end(), [&](const Row& one) { return one.name == name; });
  const std::string type = option.get_type_name();
  Values values{choices_of(type), row == lists.end() ? std::string_view{} : row->list, false};
  values.files =
      values.words.empty() && values.list.empty() && (type.find("DIR") == 0 || type.find("FILE") == 0);
  return values;
}

Values argument_of(const Command& command, const CLI::App& declared) {
  Values values{{}, command.argument.list, command.argument.is_file};
  if (command.argument.words != nullptr) values.words = command.argument.words();
  for (const CLI::App* subcommand : declared.get_subcommands([](const CLI::App*) { return true; }))
    values.words.push_back(subcommand->get_name());
  return values;
}

CommandWords words_of(const Command& command) {
  CLI::App app;
  app.set_help_flag("--help,-h", "Show this help");
  command.declare(app);
  CommandWords words{std::string(command.name), std::string(command.summary), {}, argument_of(command, app)};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_lnames().empty()) continue;
    const std::string name = "--" + option->get_lnames().front();
    const bool takes_value = option->get_items_expected_max() != 0;
    words.options.push_back(
        {name, option->get_description(), takes_value, takes_value ? values_of(*option, name) : Values{}});
  }
  return words;
}

std::vector<CommandWords> all_words() {
  std::vector<CommandWords> all;
  for (const Command& command : commands()) all.push_back(words_of(command));
  return all;
}

std::string names_of(const std::vector<CommandWords>& all) {
  std::string names = "help";
  for (const CommandWords& command : all) names += " " + command.name;
  return names;
}

std::string option_names(const CommandWords& command) {
  std::vector<std::string> names;
  for (const Option& option : command.options) names.push_back(option.name);
  return join(names, " ");
}

// The first column of a list, of which the second one is for bundles.
std::string_view column_of(std::string_view list) { return list == "bundles" ? "2" : "1"; }

// --- bash ---

std::string bash_values(const Values& values) {
  std::string text;
  if (!values.words.empty())
    text += fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"));", join(values.words, " "));
  if (!values.list.empty())
    text += fmt::format(" COMPREPLY=($(compgen -W \"$(_tailorbird_list {} {})\" -- \"$word\"));", values.list,
                        column_of(values.list));
  if (values.files) text += " COMPREPLY+=($(compgen -f -- \"$word\"));";
  return text.empty() ? ":;" : std::string(trim(text));
}

std::string bash_case(const CommandWords& command) {
  std::string text = fmt::format("    {})\n      case $before in\n", command.name);
  for (const Option& option : command.options) {
    if (option.takes_value)
      text += fmt::format("        {}) {} return ;;\n", option.name, bash_values(option.values));
  }
  return text +
         fmt::format(
             "      esac\n      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W '{}' -- \"$word\"))\n"
             "      else {} fi ;;\n",
             option_names(command), bash_values(command.argument));
}

std::string bash_script(const std::vector<CommandWords>& all) {
  std::string text = fmt::format(
      "# Completion of tailorbird for bash.\n"
      "_tailorbird_list() {{ tailorbird list \"$1\" 2>/dev/null | awk -v column=\"$2\" 'NR > 1 {{ print "
      "$column }}'; }}\n"
      "_tailorbird() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n"
      "    help) COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n",
      names_of(all), names_of(all));
  for (const CommandWords& command : all) text += bash_case(command);
  return text + "  esac\n}\ncomplete -o filenames -F _tailorbird tailorbird\n";
}

// --- zsh ---

/// Text between the brackets of _arguments.
std::string zsh_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result;
}

std::string zsh_values(const Values& values) {
  if (!values.words.empty()) return fmt::format(":value:({})", join(values.words, " "));
  if (!values.list.empty())
    return fmt::format(":value:_tailorbird_{}",
                       values.files ? fmt::format("{}_or_files", values.list) : std::string(values.list));
  return values.files ? ":file:_files" : ":value: ";
}

std::string zsh_case(const CommandWords& command) {
  std::string text = fmt::format("    {}) _arguments", command.name);
  for (const Option& option : command.options) {
    text += fmt::format(" \\\n      '*{}[{}]{}'", option.name, zsh_escaped(option.about),
                        option.takes_value ? zsh_values(option.values) : "");
  }
  return text + fmt::format(" \\\n      '*{}' ;;\n", zsh_values(command.argument));
}

std::string zsh_script(const std::vector<CommandWords>& all) {
  std::string text =
      "#compdef tailorbird\n# Completion of tailorbird for zsh.\n"
      "_tailorbird_list() { compadd -- ${(f)\"$(tailorbird list $1 2>/dev/null | awk -v column=$2 'NR > 1 { "
      "print $column }')\"} }\n"
      "_tailorbird_profiles() { _tailorbird_list profiles 1 }\n"
      "_tailorbird_bundles() { _tailorbird_list bundles 2 }\n"
      "_tailorbird_formats() { _tailorbird_list formats 1 }\n"
      "_tailorbird_codes_or_files() { _tailorbird_list codes 1; _files }\n"
      "_tailorbird() {\n"
      "  local -a commands\n"
      "  commands=(\n    'help:Show the help of a command'\n";
  for (const CommandWords& command : all)
    text += fmt::format("    '{}:{}'\n", command.name, zsh_escaped(command.about));
  text +=
      "  )\n"
      "  if ((CURRENT == 2)); then _describe command commands; return; fi\n"
      "  local command=$words[2]\n"
      "  shift words\n  ((CURRENT--))\n"
      "  case $command in\n"
      "    help) _describe command commands ;;\n";
  for (const CommandWords& command : all) text += zsh_case(command);
  return text + "  esac\n}\n_tailorbird \"$@\"\n";
}

// --- fish ---

std::string fish_escaped(std::string_view text) {
  return replace_all(replace_all(text, "\\", "\\\\"), "'", "\\'");
}

std::string fish_values(const Values& values) {
  std::string text;
  if (!values.words.empty()) text += fmt::format(" -a '{}'", join(values.words, " "));
  if (!values.list.empty())
    text += fmt::format(" -a '(__tailorbird_list {} {})'", values.list, column_of(values.list));
  return text + (values.files ? " -F" : "");
}

std::string fish_script(const std::vector<CommandWords>& all) {
  std::string text = fmt::format(
      "# Completion of tailorbird for fish.\n"
      "function __tailorbird_list\n"
      "    tailorbird list $argv[1] 2>/dev/null | awk -v column=$argv[2] 'NR > 1 {{ print $column }}'\n"
      "end\n"
      "complete -c tailorbird -f\n"
      "complete -c tailorbird -n __fish_use_subcommand -a help -d 'Show the help of a command'\n"
      "complete -c tailorbird -n '__fish_seen_subcommand_from help' -a '{}'\n",
      names_of(all));
  for (const CommandWords& command : all) {
    text += fmt::format("complete -c tailorbird -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                        fish_escaped(command.about));
    const std::string in =
        fmt::format("complete -c tailorbird -n '__fish_seen_subcommand_from {}'", command.name);
    for (const Option& option : command.options)
      text += fmt::format("{} -l {} -d '{}'{}{}\n", in, option.name.substr(2), fish_escaped(option.about),
                          option.takes_value ? " -r" : "", fish_values(option.values));
    const std::string argument = fish_values(command.argument);
    if (!argument.empty()) text += in + argument + "\n";
  }
  return text;
}

struct Shell {
  std::string_view name;
  std::string (*script)(const std::vector<CommandWords>& all);
};

constexpr auto shells =
    std::to_array<Shell>({{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}});

std::vector<std::string> shell_names() {
  std::vector<std::string> names;
  for (const Shell& shell : shells) names.emplace_back(shell.name);
  return names;
}

Exit run_completion(const std::string& name) {
  const auto shell =
      std::find_if(shells.begin(), shells.end(), [&](const Shell& one) { return one.name == name; });
  if (shell == shells.end())
    return could_not_run(
        Error{fmt::format("no completion for `{}`; {}", name, suggestion(name, shell_names()))});
  print_result(shell->script(all_words()));
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto shell = std::make_shared<std::string>();  // shared: the parser and the returned function need it
  app.add_option("SHELL", *shell, "bash, zsh or fish")->required();
  return [shell] { return run_completion(*shell); };
}

}  // namespace

const Command completion_command{
    "completion",
    "Print what completes commands and options in your shell",
    "Prints a script for a shell, which then completes commands, options, "
    "organisations and bundles. The Debian package installs it for all three.",
    "tailorbird completion bash > ~/.local/share/bash-completion/completions/tailorbird\n"
    "tailorbird completion fish > ~/.config/fish/completions/tailorbird.fish",
    declare,
    {.words = shell_names}};

}  // namespace tailorbird
