#pragma once
// A walk over what a tailored page is made of.

#include <functional>

#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// Calls `visit` for each component in `fragment`, and for those within their parts, in the order written.
void each_component(const Fragment& fragment,
                    const std::function<void(const TailoredPart& component)>& visit);

/// Whether there is something to see in `fragment` that is no text: a component, a picture, a drawing.
bool shows_more_than_words(const Fragment& fragment);

}  // namespace tailorbird
