#pragma once
// The language server (`tailorbird lsp`): findings as you type, completion, hover, definitions and renaming
// of ids for any editor with support for the Language Server Protocol 3.17.

#include <istream>
#include <ostream>

#include "lsp/snapshot.hpp"

namespace tailorbird {

/// Finds the project from the folder that the editor opened.
using FindSetting = std::function<EditorSetting(const fs::path& folder)>;

/// Serves messages until the editor sends `exit` or the input ends. Empty when it ended as the protocol
/// requires; else what was wrong. A message that cannot be read, or fails, ends nothing but itself.
std::string run_language_server(std::istream& in, std::ostream& out, const FindSetting& find_setting);

}  // namespace tailorbird
