#pragma once
// Traversal of the components in a tailored page.

#include <functional>

#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// Calls `visit` for each component in `fragment`, and for those within their parts, in the order written.
void each_component(const Fragment& fragment,
                    const std::function<void(const TailoredPart& component)>& visit);

/// Whether `fragment` shows anything besides text: a component, a picture, a drawing.
bool shows_more_than_words(const Fragment& fragment);

}  // namespace tailorbird
