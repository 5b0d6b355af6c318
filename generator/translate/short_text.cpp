#include "translate/short_text.hpp"

#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {

std::string short_text(std::string_view text) {
  constexpr std::size_t most_bytes = 60;
  std::string line;
  for (const std::string_view word : words(text)) {
    if (!line.empty() && line.size() + word.size() > most_bytes) return fmt::format("“{} …”", line);
    if (!line.empty()) line += ' ';
    line += word;
  }
  return fmt::format("“{}”", line);
}

}  // namespace tailorbird
