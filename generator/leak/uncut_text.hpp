#pragma once
// Rejoins sentences in files whose syntax interrupts them: times between captions, delimiters of emphasis,
// runs in office documents, folded lines, escapes in style sheets.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// The text of the file without the syntax that interrupts its sentences; nothing when `path` does not end as
/// a file of such a format does. Entities are not decoded. Never fails: malformed input is kept as it is.
std::optional<std::string> uncut_text(std::string_view path, std::string_view bytes);

}  // namespace tailorbird
