#pragma once
// Files in which signs that people do not see stand within sentences: times between captions, marks of
// emphasis, borders of runs, folded lines, escapes of styles.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// What people read in the file, without the signs that cut its sentences; what is no such file by the ending
/// of its name has none. Entities stay as they are written. Never fails: what makes no sense is kept.
std::optional<std::string> uncut_text(std::string_view path, std::string_view bytes);

}  // namespace tailorbird
