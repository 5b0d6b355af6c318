#pragma once
// Characters that nobody sees, but on which programs act.

namespace tailorbird {

/// Whether `code_point` is invisible but programs act on it: controls other than tab and line feed, C1
/// controls (mostly Windows-1252 quotes gone wrong), line separators that YAML and editors count differently,
/// byte order marks, non-characters.
bool is_invisible(unsigned code_point);

}  // namespace tailorbird
