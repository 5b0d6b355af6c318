#pragma once
// A name on the command line that matches nothing is a mistake of the moment, not of the content: say so
// before any work is done, and suggest the name that was meant.

#include "base/result.hpp"
#include "build/build.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// Fails at the first profile, bundle, language or format that `request` names and `project` has not, or when
/// the names are all known but no edition has them together.
Result<void> check_filter(const Project& project, const BuildRequest& request);

}  // namespace tailorbird
