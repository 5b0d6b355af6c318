#pragma once
// What stands at the head of a page, and the rest of it: a reader in a hurry sees first whom to call in
// danger, what to do and what to say, wherever the author put it. Nothing outside render/ needs this.

#include <string>

#include "render/component_data.hpp"

namespace tailorbird {

/// A page's body as HTML, whole and in two parts for layouts that show them apart.
struct BodyParts {
  std::string whole;    // in the author's order
  std::string opening;  // the first urgent box (`> [!CAUTION]`), `key-points` and `say-dont`; may be empty
  std::string rest;     // without these
};

/// A component stays where it is when it stands under a condition of its surroundings, in a list or
/// quotation, or right behind the heading that introduces it; an urgent box behind any heading.
BodyParts body_parts(const Fragment& body, FragmentRenderer& renderer);

}  // namespace tailorbird
