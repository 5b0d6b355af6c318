#pragma once
// Checks the names on the command line: one that matches nothing is reported before any work is done, with a
// suggestion.

#include "base/result.hpp"
#include "build/build.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// Fails at the first profile, bundle, language or format in `request` that `project` does not have, or when
/// all names are known but no edition matches all of them.
Result<void> check_filter(const Project& project, const BuildRequest& request);

}  // namespace tailorbird
