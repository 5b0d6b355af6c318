#pragma once
// Completion: the project's names that can be written at a place, with their meanings.

#include <nlohmann/json.hpp>

#include "lsp/place_in_text.hpp"
#include "lsp/snapshot.hpp"

namespace tailorbird {

/// LSP CompletionItems (a JSON array) for the page `file`. They replace the word before the cursor, which is
/// at `line` and the UTF-16 column `end`.
nlohmann::json completions(const Snapshot& snapshot, const std::string& file, const PlaceInText& place,
                           std::size_t line, std::size_t end);

/// A variable's value in the first organisation that has one, with its name: "+31 20 123 (Meander)"; empty:
/// none.
std::string value_of_variable(const Snapshot& snapshot, std::string_view language, std::string_view name);

}  // namespace tailorbird
