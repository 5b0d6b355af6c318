#pragma once
// What editions share of a tailored body when they decide alike about it, and what is an edition's own: the
// values in its text (text/marked_text.hpp), and parts that a component made from the profile or site.

#include <string_view>
#include <vector>

#include "components/component.hpp"

namespace tailorbird {

/// Whether the part, of a component, was made by it and has nothing but attributes.
bool is_own(const TailoredPart& part);

/// The fragment with a hole (text/holes.hpp) for each value, and without parts of components that are an
/// edition's own. Equal where fragment_hash.hpp has one `shared`.
Fragment with_holes(const Fragment& fragment);

/// The values for these holes, by their numbers; they view texts of the fragment.
std::vector<std::string_view> values_of(const Fragment& fragment);

}  // namespace tailorbird
