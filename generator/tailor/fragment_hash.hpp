#pragma once
// A hash of tailored content. Editions that decide alike about a page get equal fragments, and what was made
// from one need not be made again.

#include <cstdint>

#include "components/component.hpp"

namespace tailorbird {

/// Of all that a fragment holds, and of its components, parts and attributes in their order.
std::uint64_t fragment_hash(const Fragment& fragment, std::uint64_t seed = 0);

}  // namespace tailorbird
