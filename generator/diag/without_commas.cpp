#include "diag/without_commas.hpp"

#include <vector>

#include "base/strings.hpp"

namespace tailorbird {

std::string without_commas(std::string_view text, const std::function<bool(std::string_view)>& is_name) {
  if (text.find(',') == std::string_view::npos) return {};
  std::vector<std::string> names;
  for (const std::string_view part : split(text, ',')) {
    if (part.empty()) continue;
    if (!is_name(part)) return {};
    names.emplace_back(part);
  }
  return join(names, " ");
}

}  // namespace tailorbird
