#pragma once
// Recognises packages that are not SCORM: cmi5, xAPI (Tin Can), AICC, Common Cartridge. They are reported as
// what they are, rather than as broken SCORM packages. Private to package/.

#include "package/package.hpp"

namespace tailorbird {

/// Reports a package of another kind. False when it is SCORM, or not a package at all.
bool check_other_kind(const Package& package, Diagnostics& found);

}  // namespace tailorbird
