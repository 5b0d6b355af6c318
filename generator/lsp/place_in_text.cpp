#include "lsp/place_in_text.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace tailorbird {
namespace {

using Kind = PlaceInText::Kind;

struct Pattern {
  Kind kind;
  bool front_matter;
  std::regex regex;  // the last group is the word, the one before it its context
};

/// The first match counts.
const std::array<Pattern, 13>& patterns() {
  static const std::array<Pattern, 13> table = {{
      {Kind::variable, false, std::regex(R"(\{\{<\s*var\s+([\w.-]*)$)")},
      {Kind::variable, false, std::regex(R"(\]\(var:([\w.-]*)$)")},
      {Kind::include, false, std::regex(R"(\{\{<\s*include\s+([^\s>]*)$)")},
      {Kind::fragment, false, std::regex(R"(\]\(([^()\s#]*)#([^()\s]*)$)")},
      {Kind::link, false, std::regex(R"(\]\(([^()\s#]*)$)")},
      {Kind::term, false, std::regex(R"(\{[^{}]*\.term\b[^{}]*\bkey="([^"]*)$)")},
      {Kind::dimension_value, false, std::regex(R"(\{[^{}]*\b([a-z][a-z0-9-]*)="(?:[^"]*\s)?([^"\s]*)$)")},
      {Kind::heading_id, false, std::regex(R"(^#{1,6}\s.*\{#([^\s{}]*)$)")},
      {Kind::component, false, std::regex(R"(^\s*:{3,}\s*(\{?\.?)([a-z-]*)$)")},
      {Kind::condition, false, std::regex(R"(\{[^{}]*\.(?:only|except)\s(?:[^{}]*\s)?([.a-z0-9-]*)$)")},
      {Kind::source, true, std::regex(R"(^sources:\s*\[?(?:.*[\s,\[])?([A-Z0-9]*)$)")},
      {Kind::dimension_value, true, std::regex(R"(^([a-z][a-z0-9-]*):\s+(?:.*[\s,\[])?([^\s,\[\]]*)$)")},
      {Kind::key, true, std::regex(R"(^([a-z-]*)$)")},
  }};
  return table;
}

std::string_view group(const std::cmatch& match, std::size_t number) {
  return {match[number].first, static_cast<std::size_t>(match[number].length())};
}

bool ends_word(char c) { return std::string_view(" \t\"'(){}[]<>#,").find(c) != std::string_view::npos; }

}  // namespace

PlaceInText place_before(std::string_view before, bool in_front_matter) {
  for (const Pattern& pattern : patterns()) {
    if (pattern.front_matter != in_front_matter) continue;
    std::cmatch match;
    if (!std::regex_search(before.data(), before.data() + before.size(), match, pattern.regex)) continue;
    const std::size_t groups = match.size() - 1;
    return {pattern.kind, group(match, groups), groups > 1 ? group(match, 1) : std::string_view{}};
  }
  return {};
}

PlaceInText place_at(std::string_view line, std::size_t at, bool in_front_matter) {
  std::size_t end = std::min(at, line.size());
  while (end < line.size() && !ends_word(line[end])) ++end;
  return place_before(line.substr(0, end), in_front_matter);
}

}  // namespace tailorbird
