#pragma once
// A hash of tailored content. Editions in which a page's conditions come out alike get equal fragments, and
// share what is made from them; those of other organisations share all but their values.

#include <cstdint>

#include "components/component.hpp"

namespace tailorbird {

struct FragmentHash {
  std::uint64_t shared = 0;  // without what is an edition's own (shared_parts.hpp)
  std::uint64_t whole = 0;   // text, components, parts and attributes, in order
};

FragmentHash fragment_hash(const Fragment& fragment);

}  // namespace tailorbird
