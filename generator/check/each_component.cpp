#include "check/each_component.hpp"

#include <algorithm>

namespace tailorbird {
namespace {

using Visit = std::function<void(const TailoredPart& component)>;

void each_in_part(const TailoredPart& part, const Visit& visit) {
  each_component(part.body, visit);
  for (const TailoredPart& child : part.children) each_in_part(child, visit);
}

}  // namespace

void each_component(const Fragment& fragment, const Visit& visit) {
  for (const Segment& segment : fragment) {
    for (const TailoredPart& component : segment.component) {
      visit(component);
      each_in_part(component, visit);
    }
  }
}

bool shows_more_than_words(const Fragment& fragment) {
  return std::any_of(fragment.begin(), fragment.end(), [](const Segment& segment) {
    return !segment.component.empty() || segment.text.has_markup("<img") || segment.text.has_markup("<svg");
  });
}

}  // namespace tailorbird
