#pragma once
// Rejoins sentences in files whose syntax interrupts them: times between captions, marks of emphasis, borders
// of runs, folded lines, escapes in style sheets.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// The text of the file without the syntax that interrupts its sentences; nothing when its extension is not
/// of such a format. Entities are not decoded. Never fails: malformed input is kept as it is.
std::optional<std::string> uncut_text(std::string_view path, std::string_view bytes);

}  // namespace tailorbird
