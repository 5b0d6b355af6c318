#pragma once
// A page and its translation side by side, text by text, for people who compare the two.

#include <string>
#include <string_view>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// {"state": as in `translate status`, "changesKnown", "sameStructure",
///  "source": {"language", "file"}, "translation": the same,
///  "rows": [{"state", "about", "readers", "source": {"at": "content/en/plan.md:12:3", "pieces"} or null,
///            "translation": the same}]}
/// in reading order. A row is "current", "stale", "missing", "left-out", "own" (the translation's own text)
/// or "gone" (its source was removed). `pieces`: [{"text"} or {"code": as written, "kind": "a link"}].
///
/// `file`: of the source or of the translation into `language`, from the root. Fails when it is neither, or
/// cannot be read.
Result<std::string> side_by_side_json(const Project& project, const fs::path& root, std::string_view file,
                                      std::string_view language);

}  // namespace tailorbird
