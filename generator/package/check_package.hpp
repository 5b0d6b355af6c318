#pragma once
// A linter for SCORM packages of any origin: finds what makes learning systems refuse a package, lose its
// files or record nothing. Imports check almost none of this: Moodle silently accepts a package with missing
// files.

#include "base/files.hpp"
#include "base/result.hpp"
#include "diag/diagnostic.hpp"

namespace tailorbird {

/// All findings about the package at `path`; with `advice`, also those on good practice. Fails only when the
/// file cannot be read; a file that is not a zip is a finding.
Result<Diagnostics> check_package(const fs::path& path, bool advice = false);

}  // namespace tailorbird
