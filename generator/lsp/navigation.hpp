#pragma once
// Hover, go to definition, and renaming of ids.

#include <nlohmann/json.hpp>

#include "lsp/place_in_text.hpp"
#include "lsp/snapshot.hpp"

namespace tailorbird {

/// The hover text for a place, in Markdown; empty when there is none.
std::string hover_text(const Snapshot& snapshot, const std::string& file, const PlaceInText& place);

/// The definition of the name at a place: an LSP Location, or null.
nlohmann::json definition(const Snapshot& snapshot, const EditorSetting& setting, const std::string& file,
                          const PlaceInText& place);

/// Renames the heading id or fragment at a place, in its page and in all links to it in the same language: an
/// LSP WorkspaceEdit. Fails when the place has nothing to rename, and when `name` is not an id.
Result<nlohmann::json> rename_id(const Snapshot& snapshot, const EditorSetting& setting,
                                 const std::string& file, const PlaceInText& place, const std::string& name);

}  // namespace tailorbird
