#include <algorithm>
#include <array>

#include "components/all_components.hpp"

namespace tailorbird {

std::span<const ComponentSpec> component_specs() {
  static const std::array table = {
#define COMPONENT(descriptor) descriptor,
#include "components/components.def"
  };
  return table;
}

std::vector<std::string> component_names() {
  std::vector<std::string> names;
  for (const ComponentSpec& spec : component_specs()) names.emplace_back(spec.name);
  return names;
}

int find_component(std::string_view name) {
  const auto table = component_specs();
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const ComponentSpec& one) { return one.name == name; });
  return row == table.end() ? -1 : static_cast<int>(row - table.begin());
}

void ComponentCheck::at(const Part& part, std::string_view attribute, std::string_view code,
                        std::string message, std::string fix) const {
  SourceRange range{file, part.where, 0};
  for (std::size_t index = 0; index < part.attributes.size() && index < part.places.size(); ++index) {
    if (part.attributes[index].first != attribute || part.places[index].where.line == 0) continue;
    range.start = part.places[index].where;
    range.length = part.places[index].length;
  }
  diagnostics.add(code, std::move(range), std::move(message), std::move(fix));
}

}  // namespace tailorbird
