#include "components/part_values.hpp"

#include <algorithm>
#include <charconv>

namespace tailorbird {

std::optional<int> number_attribute(const Attributes& attributes, std::string_view name) {
  const std::string_view text = attribute(attributes, name);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void set_attribute(Attributes& attributes, std::string_view name, std::string value) {
  const auto at =
      std::find_if(attributes.begin(), attributes.end(), [&](const auto& one) { return one.first == name; });
  if (at != attributes.end()) {
    at->second = std::move(value);
  } else {
    attributes.emplace_back(name, std::move(value));
  }
}

TailoredPart made_part(std::string_view role, Attributes attributes) {
  TailoredPart part;
  part.role = role;
  part.attributes = std::move(attributes);
  return part;
}

std::vector<const Part*> parts_with(const Part& parent, std::string_view role) {
  std::vector<const Part*> found;
  for (const Part& child : parent.children) {
    if (child.role == role) found.push_back(&child);
  }
  return found;
}

}  // namespace tailorbird
