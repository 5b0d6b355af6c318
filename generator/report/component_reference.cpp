#include "report/component_reference.hpp"

#include <array>
#include <fmt/format.h>
#include <vector>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// One line of the reference: an attribute or a part, and its depth.
struct Line {
  std::size_t depth = 0;
  std::string name;
  std::string about;
};

std::string_view from_words(PartFrom from) {
  constexpr auto words = std::to_array<std::string_view>({
      "a div of its own",
      "each item of a list",
      "each item of a numbered list",
      "each item of a task list",
      "each item that begins with its times: `0:04-0:09`",
      "a heading and what follows it",
      "the first paragraph",
      "the picture, alone in its paragraph",
  });
  return words[static_cast<std::size_t>(from)];
}

std::string value_words(const AttributeSpec& attribute) {
  using Kind = AttributeSpec::Kind;
  const std::string choices = replace_all(attribute.choices, " ", ", ");
  switch (attribute.kind) {
    case Kind::text:
      return "a text";
    case Kind::number:
      return fmt::format("a number from {} to {}", attribute.least, attribute.most);
    case Kind::choice:
      return "one of: " + choices;
    case Kind::words:
      return "words with spaces between them";
    case Kind::slug:
      return "a name; left out, it is made from the words";
    case Kind::file:
      return "a file, seen from the page: " + choices;
    case Kind::dimension_values:
      return "values of the dimension by that name";
  }
  return {};
}

std::string count_words(const PartSpec& part) {
  if (part.least > 0 && part.least == part.most) return fmt::format("exactly {}", part.least);
  if (part.least > 0 && part.most >= 0) return fmt::format("{} to {}", part.least, part.most);
  if (part.least > 0) return fmt::format("{} or more", part.least);
  return part.most >= 0 ? fmt::format("at most {}", part.most) : "any number";
}

void add_attributes(std::vector<Line>& lines, std::size_t depth, std::span<const AttributeSpec> attributes) {
  for (const AttributeSpec& one : attributes) {
    const std::string name =
        one.kind == AttributeSpec::Kind::dimension_values ? "a dimension" : std::string(one.name);
    lines.push_back({depth, name + "=", value_words(one) + (one.required ? "; required" : "")});
  }
}

void add_parts(std::vector<Line>& lines, std::size_t depth, std::span<const PartSpec> parts) {
  for (const PartSpec& part : parts) {
    lines.push_back(
        {depth, std::string(part.role), fmt::format("{}; {}", count_words(part), from_words(part.from))});
    add_attributes(lines, depth + 1, part.attributes);
    add_parts(lines, depth + 1, part.children);
  }
}

std::vector<Line> lines_of(const ComponentSpec& component) {
  std::vector<Line> lines;
  if (component.needs_id) lines.push_back({0, "#id", "a name; left out, it is made from the title"});
  add_attributes(lines, 0, component.attributes);
  add_parts(lines, 0, component.parts);
  return lines;
}

std::string written_as(const ComponentSpec& component) {
  if (component.in_words) return fmt::format("[words]{{.{}}}", component.name);
  if (component.name == "callout") return "> [!TIP]";
  return component.attributes.empty() && !component.needs_id
             ? fmt::format("::: {} … :::", component.name)
             : fmt::format("::: {{.{} …}} … :::", component.name);
}

/// Further properties of a component.
std::vector<std::string> remarks(const ComponentSpec& component) {
  std::vector<std::string> result;
  if (!component.allows_words && !component.in_words)
    result.emplace_back(
        "Words that belong to no part are an error, but for an introduction before the first one.");
  if (component.needs_script)
    result.emplace_back("It does more with script; without, and on paper, it is complete.");
  return result;
}

}  // namespace

std::string component_text(const ComponentSpec& component) {
  std::string text = fmt::format("component {}: {}\n  written as: {}\n", component.name, component.summary,
                                 written_as(component));
  for (const Line& line : lines_of(component)) {
    text += fmt::format("  {}{}  {}\n", std::string(line.depth * 2, ' '), line.name,
                        replace_all(line.about, "`", ""));
  }
  for (const std::string& remark : remarks(component)) text += fmt::format("  {}\n", remark);
  return text;
}

std::string components_markdown() {
  std::string text =
      "# Every component\n\n"
      "Attributes are shown with `=`, parts without. How each is written, with an example: "
      "[writing.md](../editors/writing.md#components). `tailorbird explain NAME` shows one.\n";
  for (const ComponentSpec& component : component_specs()) {
    text += fmt::format("\n## {}\n\n{}.\n\nWritten as `{}`.\n", component.name, component.summary,
                        written_as(component));
    for (const std::string& remark : remarks(component)) text += fmt::format("\n{}\n", remark);
    const std::vector<Line> lines = lines_of(component);
    if (!lines.empty()) text += "\n| Name | What it holds |\n|---|---|\n";
    for (const Line& line : lines) {
      std::string indent;
      for (std::size_t level = 0; level < line.depth; ++level) indent += "&emsp;";
      text += fmt::format("| {}`{}` | {} |\n", indent, line.name, line.about);
    }
  }
  return text;
}

}  // namespace tailorbird
