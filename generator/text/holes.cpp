#include "text/holes.hpp"

#include <charconv>

namespace tailorbird {

std::string filled_holes(std::string_view text, std::span<const std::string_view> values) {
  std::string filled;
  for (std::size_t begin = text.find(hole_sign); begin != std::string_view::npos;
       begin = text.find(hole_sign)) {
    filled += text.substr(0, begin);
    text.remove_prefix(begin + 1);
    std::size_t number = values.size();
    const char* const end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (number >= values.size() || digits == text.size() || *end != hole_sign) continue;  // not one of ours
    filled += values[number];
    text.remove_prefix(digits + 1);
  }
  return filled.append(text);
}

}  // namespace tailorbird
