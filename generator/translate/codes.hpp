#pragma once
// Matches the codes of a translated text with those of its source, and checks that they are complete.

#include <optional>
#include <string>

#include "translate/pieces.hpp"

namespace tailorbird {

/// `translation` with its codes renumbered to the ids of the corresponding codes in `source`. Codes that only
/// the translation has get "t1", "t2". Links, pictures and emphasis correspond in order even when they are
/// written differently, for example with another address: with `keep` they stay as in the translation,
/// without it they become as in the source.
Pieces with_ids_of(const Pieces& source, const Pieces& translation, bool keep);

/// The reason why `returned` is not a valid translation of `source`, or nothing. Each code of the source must
/// occur once, nested in the same codes; only line ends may be missing. `present` is the current translation,
/// empty when there is none: codes that only it has may stay.
std::optional<std::string> code_problem(const Pieces& source, const Pieces& present, const Pieces& returned);

}  // namespace tailorbird
