#pragma once
// Checks a page against the limits of base/limits.hpp before it is parsed.

#include "base/limits.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// False, with a diagnostic, when the page exceeds a limit.
bool within_limits(Context& context);

}  // namespace tailorbird
