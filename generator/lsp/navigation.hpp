#pragma once
// From a word to what it stands for: a few lines about it, where it is defined, and every place that names an
// id.

#include <nlohmann/json.hpp>

#include "lsp/place_in_text.hpp"
#include "lsp/snapshot.hpp"

namespace tailorbird {

/// Markdown about what stands at the place; empty when there is nothing to say.
std::string hover_text(const Snapshot& snapshot, const std::string& file, const PlaceInText& place);

/// Where it is defined: an LSP Location, or null.
nlohmann::json definition(const Snapshot& snapshot, const EditorSetting& setting, const std::string& file,
                          const PlaceInText& place);

/// The heading id or fragment at the place renamed in its page and in all links of the language that lead to
/// it: an LSP WorkspaceEdit. Fails on what cannot be renamed, and on a name that is no id.
Result<nlohmann::json> rename_id(const Snapshot& snapshot, const EditorSetting& setting,
                                 const std::string& file, const PlaceInText& place, const std::string& name);

}  // namespace tailorbird
