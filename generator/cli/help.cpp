#include "cli/help.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t width = 79;
constexpr std::size_t indent = 2;

/// `text` broken into lines that fit after `left` columns; the first line begins there already.
std::string wrapped(std::string_view text, std::size_t left) {
  std::string result;
  std::size_t column = left;
  for (const std::string_view word : words(text)) {
    if (column > left && column + 1 + code_points(word) > width) {
      result += "\n" + std::string(left, ' ');
      column = left;
    } else if (column > left) {
      result += ' ';
      ++column;
    }
    result += word;
    column += code_points(word);
  }
  return result;
}

struct Row {
  std::string name;
  std::string text;
};

std::string rows_text(const std::vector<Row>& rows) {
  std::size_t widest = 0;
  for (const Row& row : rows) widest = std::max(widest, row.name.size());
  const std::size_t left = indent + widest + 2;
  std::string text;
  for (const Row& row : rows) {
    text += fmt::format("{:{}}{:<{}}{}\n", "", indent, row.name, left - indent, wrapped(row.text, left));
  }
  return text;
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() != 0; }

Row option_row(const CLI::Option& option) {
  std::string name = "--" + option.get_lnames().front();
  const std::string type = option.get_type_name();  // CLI11 adds what is allowed: "FORM:{text,json}"
  if (takes_value(option)) name += " " + type.substr(0, type.find(':'));
  return {name, option.get_description()};
}

std::string usage(const CLI::App& app, const std::string& full_name) {
  std::string line = fmt::format("Usage: tailorbird {}", full_name);
  if (!app.get_subcommands([](const CLI::App*) { return true; }).empty()) line += " COMMAND";
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    line += option->get_required() ? fmt::format(" {}", option->get_name())
                                   : fmt::format(" [{}]", option->get_name());
  }
  return line + " [options]\n";
}

std::string examples_text(std::string_view examples) {
  std::string text;
  for (const std::string_view line : split(examples, '\n')) {
    if (!line.empty()) text += fmt::format("{:{}}{}\n", "", indent, line);
  }
  return text;
}

}  // namespace

std::string program_help() {
  std::vector<Row> rows;
  for (const Command& command : commands())
    rows.push_back({std::string(command.name), std::string(command.summary)});
  return "Tailorbird makes tailored guidance from Markdown: one body of content becomes a\n"
         "bundle for each organisation and group of readers.\n\n"
         "Usage: tailorbird COMMAND [options]\n\nCommands:\n" +
         rows_text(rows) + "\nOptions:\n" +
         rows_text({{"--help", "Show this help"}, {"--version", "Show the version"}}) +
         "\nBegin with:\n"
         "  tailorbird init my-guidance       a small project that works, in a new folder\n"
         "  tailorbird build --root my-guidance\n"
         "\ntailorbird COMMAND --help shows more about each.\n";
}

std::string commands_markdown() {
  std::string text =
      "# Every command\n\n"
      "As shown by `tailorbird help COMMAND`. Results go to standard output, messages to standard error. The "
      "exit status is 0 when nothing is wrong, 1 when something was found, 2 when it could not run.\n";
  for (const Command& command : commands()) {
    CLI::App app(std::string(command.summary), std::string(command.name));
    app.set_help_flag("--help,-h", "Show this help");
    command.declare(app);
    text += fmt::format("\n## {0}\n\n```text\n{1}```\n", command.name,
                        command_help(command, app, std::string(command.name)));
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
      const std::string name = fmt::format("{} {}", command.name, sub->get_name());
      text += fmt::format("\n### {0}\n\n```text\n{1}```\n", name, command_help(command, *sub, name));
    }
  }
  return text;
}

std::string command_help(const Command& command, const CLI::App& app, const std::string& full_name) {
  const bool whole = app.get_parent() == nullptr;
  std::string text = wrapped(whole ? command.about : std::string_view(app.get_description()), 0) + "\n\n";
  text += usage(app, full_name);

  std::vector<Row> inner;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    inner.push_back({sub->get_name(), sub->get_description()});
  }
  if (!inner.empty()) text += "\nCommands:\n" + rows_text(inner);

  std::vector<Row> positionals;
  std::vector<Row> options;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      positionals.push_back({option->get_name(), option->get_description()});
    } else {
      options.push_back(option_row(*option));
    }
  }
  if (!positionals.empty()) text += "\n" + rows_text(positionals);
  text += "\nOptions:\n" + rows_text(options);
  if (whole && !command.examples.empty()) text += "\nExamples:\n" + examples_text(command.examples);
  return text;
}

}  // namespace tailorbird
