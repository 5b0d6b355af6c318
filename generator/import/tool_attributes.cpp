#include "import/tool_attributes.hpp"

#include <algorithm>

namespace tailorbird {

bool ToolAttributes::has_class(std::string_view name) const {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

std::string ToolAttributes::value(std::string_view key) const {
  const auto row =
      std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == key; });
  return row == values.end() ? std::string() : row->second;
}

ToolAttributes tool_attributes(std::string_view text) {
  ToolAttributes found;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\t' || text[at] == ',') {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    std::size_t equals = std::string_view::npos;
    char quote = 0;
    for (; at < text.size(); ++at) {
      const char c = text[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ' ' || c == '\t') {
        break;
      } else if (c == '=' && equals == std::string_view::npos) {
        equals = at;
      }
    }
    const auto bare = [](std::string_view value) {
      const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                          value.back() == value.front();
      return std::string(quoted ? value.substr(1, value.size() - 2) : value);
    };
    const std::string_view word = text.substr(begin, at - begin);
    if (equals != std::string_view::npos) {
      found.values.emplace_back(std::string(text.substr(begin, equals - begin)),
                                bare(text.substr(equals + 1, at - equals - 1)));
    } else if (word.size() > 1 && word.front() == '.') {
      found.classes.emplace_back(word.substr(1));
    } else if (word.size() > 1 && word.front() == '#') {
      found.id = std::string(word.substr(1));
    } else {
      found.words.push_back(bare(word));
    }
  }
  return found;
}

}  // namespace tailorbird
