#pragma once
// A hash of tailored content. Editions in which a page's conditions come out alike get equal fragments, and
// share what is made from them.

#include <cstdint>

#include "components/component.hpp"

namespace tailorbird {

/// Hashes the whole fragment: text, components, parts and attributes, in order.
std::uint64_t fragment_hash(const Fragment& fragment, std::uint64_t seed = 0);

}  // namespace tailorbird
