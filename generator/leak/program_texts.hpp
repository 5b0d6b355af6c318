#pragma once
// Collects the texts of one page program with their guards: a step of restricted_texts.

#include "leak/restricted_texts.hpp"

namespace tailorbird {

/// Adds the texts of `program` and their guards to `texts`. `page`: index of the guard of its page.
void add_program_texts(const Program& program, std::uint32_t page, RestrictedTexts& texts);

}  // namespace tailorbird
