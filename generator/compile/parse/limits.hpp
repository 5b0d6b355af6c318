#pragma once
// Refuses a page that is beyond the bounds of base/limits.hpp, before it is parsed.

#include "base/limits.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// False, with a diagnostic, when the page is beyond a bound.
bool within_limits(Context& context);

}  // namespace tailorbird
