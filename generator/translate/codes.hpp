#pragma once
// Which codes of a translated text are which of its source, and whether all are there.

#include <optional>
#include <string>

#include "translate/pieces.hpp"

namespace tailorbird {

/// `translation` with the ids of `source`: a code has the id of the one that it stands for. Codes that only
/// the translation has are called "t1", "t2". Links, pictures and emphasis stand for each other in their
/// order even when they are written differently, such as another address: with `keep` they stay as the
/// translation has them, without it they become as in the source.
Pieces with_ids_of(const Pieces& source, const Pieces& translation, bool keep);

/// Why `returned` cannot be the translation of `source`, or nothing. Each code of the source is there once,
/// inside the same codes; only ends of lines may go. `present` is what the translation says now, empty when
/// there is none: codes that are its own may stay.
std::optional<std::string> code_problem(const Pieces& source, const Pieces& present, const Pieces& returned);

}  // namespace tailorbird
