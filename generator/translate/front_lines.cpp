#include "translate/front_lines.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "read/pages/front_matter.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {
namespace {

std::vector<std::string> values_of(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) return {node.text};
  std::vector<std::string> values;
  for (const YamlNode& item : node.items) values.push_back(item.text);
  return values;
}

/// The lines of `text`, with their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Whether YAML reads the unquoted `text` as this text, even in a list in brackets.
bool is_plain(std::string_view text) {
  constexpr std::string_view first = "!&*-?|>%@`\"'#[]{},:=~.+0123456789 <";
  if (text.empty() || first.find(text.front()) != std::string_view::npos || trim(text).size() != text.size())
    return false;
  if (text.find_first_of("[]{},\n\t\\\"") != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
      text.ends_with(':'))
    return false;
  const std::string word = ascii_lower(text);
  constexpr std::string_view meant[] = {"yes", "no", "y", "n", "true", "false", "on", "off", "null"};
  return std::find(std::begin(meant), std::end(meant), word) == std::end(meant);
}

std::string scalar(std::string_view text) {
  // A comma means nothing outside of a list.
  if (is_plain(text)) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += "\\n";
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace

std::vector<FrontEntry> front_entries(std::string_view bytes) {
  const FrontMatterSplit cut = split_front_matter(bytes);
  if (!cut.closed) return {};
  const YamlRead yaml = parse_yaml({cut.yaml, {}, 0, 1});
  std::vector<FrontEntry> entries = {{}};
  std::size_t next = 0;
  std::uint32_t number = 0;
  for (const std::string_view line : lines_of(cut.yaml)) {
    ++number;
    while (next < yaml.root.entries.size() && yaml.root.entries[next].key.where.line <= number) {
      const YamlEntry& entry = yaml.root.entries[next++];
      entries.push_back({entry.key.text, values_of(entry.value), {}});
    }
    entries.back().lines += line;
  }
  if (entries.front().lines.empty()) entries.erase(entries.begin());
  return entries;
}

std::string front_line(std::string_view key, const std::vector<std::string>& values, bool list) {
  if (!list) {
    const std::string_view value = values.empty() ? std::string_view() : std::string_view(values.front());
    // A comma needs quotes in a list only.
    const bool plain = is_plain(replace_all(value, ",", ""));
    return fmt::format("{}: {}\n", key, plain ? std::string(value) : scalar(value));
  }
  std::vector<std::string> texts;
  for (const std::string& value : values) texts.push_back(scalar(value));
  return fmt::format("{}: [{}]\n", key, join(texts, ", "));
}

std::string with_mark(std::string_view bytes, std::string_view mark) {
  const std::string line = fmt::format("translates: \"{}\"\n", mark);
  const FrontMatterSplit cut = split_front_matter(bytes);
  if (!cut.closed) return fmt::format("---\n{}---\n\n{}", line, bytes);
  std::string front(bytes.substr(0, static_cast<std::size_t>(cut.yaml.data() - bytes.data())));
  for (const FrontEntry& entry : front_entries(bytes)) {
    // Comments below the old mark stay.
    front += entry.key == "translates" ? entry.lines.substr(entry.lines.find('\n') + 1) : entry.lines;
  }
  const auto end = static_cast<std::size_t>(cut.yaml.data() - bytes.data()) + cut.yaml.size();
  return front + line + std::string(bytes.substr(end));
}

}  // namespace tailorbird
