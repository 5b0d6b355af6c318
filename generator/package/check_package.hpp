#pragma once
// Looks into any SCORM package, whoever made it, for what makes learning systems refuse it, lose its files or
// record nothing. Imports check almost none of this: Moodle takes a package with missing files and says
// nothing.

#include "base/files.hpp"
#include "base/result.hpp"
#include "diag/diagnostic.hpp"

namespace tailorbird {

/// Every finding about the package at `path`; what is only good practice with `advice`. Fails only when the
/// file cannot be read; what is no zip is a finding.
Result<Diagnostics> check_package(const fs::path& path, bool advice = false);

}  // namespace tailorbird
