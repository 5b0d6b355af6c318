#pragma once
// Packages that are not SCORM: cmi5, xAPI (Tin Can), AICC, Common Cartridge. They are told what they are, so
// that nobody takes them for broken SCORM packages. Nothing outside package/ needs this.

#include "package/package.hpp"

namespace tailorbird {

/// Adds what there is to say about a package of another kind. False when it is SCORM, or nothing at all.
bool check_other_kind(const Package& package, Diagnostics& found);

}  // namespace tailorbird
