#include "tailor/shared_parts.hpp"

#include <algorithm>

namespace tailorbird {
namespace {

/// Calls `use` with each text of the fragment, those in parts of components included.
template <typename OneFragment, typename Use>
void each_text(OneFragment& fragment, const Use& use);

template <typename OnePart, typename Use>
void each_text_of_part(OnePart& part, const Use& use) {
  each_text(part.body, use);
  for (auto& child : part.children) each_text_of_part(child, use);
}

template <typename OneFragment, typename Use>
void each_text(OneFragment& fragment, const Use& use) {
  for (auto& segment : fragment) {
    use(segment.text);
    for (auto& component : segment.component) each_text_of_part(component, use);
  }
}

void remove_own(Fragment& fragment);

void remove_own(TailoredPart& part) {
  std::erase_if(part.children, is_own);
  remove_own(part.body);
  for (TailoredPart& child : part.children) remove_own(child);
}

void remove_own(Fragment& fragment) {
  for (Segment& segment : fragment) {
    for (TailoredPart& component : segment.component) remove_own(component);
  }
}

}  // namespace

bool is_own(const TailoredPart& part) {
  return part.where.file.empty() && part.body.empty() &&
         std::all_of(part.children.begin(), part.children.end(), is_own);
}

Fragment with_holes(const Fragment& fragment) {
  Fragment shared = fragment;
  std::size_t holes = 0;
  each_text(shared, [&](MarkedText& text) {
    if (!text.has_values()) return;
    std::size_t here = 0;
    text.each_value([&](std::string_view) { ++here; });
    text = text.with_holes(holes);
    holes += here;
  });
  remove_own(shared);
  return shared;
}

std::vector<std::string_view> values_of(const Fragment& fragment) {
  std::vector<std::string_view> values;
  each_text(fragment, [&](const MarkedText& text) {
    text.each_value([&](std::string_view value) { values.push_back(value); });
  });
  return values;
}

}  // namespace tailorbird
