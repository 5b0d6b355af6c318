#pragma once
// Splits a page's body into its opening and the rest: whom to call in danger, what to do and what to say come
// first, wherever the author put them. Private to render/.

#include <string>

#include "render/component_data.hpp"

namespace tailorbird {

/// A page's body as HTML, whole and in two parts for layouts that show them apart.
struct BodyParts {
  std::string whole;    // in the author's order
  std::string opening;  // the first urgent box (`> [!CAUTION]`), `key-points` and `say-dont`; may be empty
  std::string rest;     // without the opening; not there when there is none
};

/// Renders `body`. A component is not moved to the opening from inside a condition, list or quotation, nor
/// from directly after the heading that introduces it; an urgent box not from after any heading.
BodyParts body_parts(const Fragment& body, FragmentRenderer& renderer);

}  // namespace tailorbird
