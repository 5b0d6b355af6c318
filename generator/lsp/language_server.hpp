#pragma once
// `tailorbird lsp`: findings as you type, completion, hover, definitions and renaming of ids for any editor
// that speaks the Language Server Protocol 3.17.

#include <istream>
#include <ostream>

#include "lsp/snapshot.hpp"

namespace tailorbird {

/// Where the project is: found from the folder that the editor opened.
using FindSetting = std::function<EditorSetting(const fs::path& folder)>;

/// Answers messages until the editor says `exit` or the input ends. True when it ended as the protocol asks.
bool run_language_server(std::istream& in, std::ostream& out, const FindSetting& find_setting);

}  // namespace tailorbird
