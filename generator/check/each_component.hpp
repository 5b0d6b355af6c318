#pragma once
// Traversal of the components in a tailored page.

#include <functional>

#include "components/component.hpp"

namespace tailorbird {

/// Calls `visit` for each component in `fragment`, including those nested in parts, in the order of the text.
void each_component(const Fragment& fragment,
                    const std::function<void(const TailoredPart& component)>& visit);

/// Whether `fragment` contains a component, a picture or an SVG drawing.
bool shows_more_than_words(const Fragment& fragment);

}  // namespace tailorbird
