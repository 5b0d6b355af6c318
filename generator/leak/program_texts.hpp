#pragma once
// Collects the texts of one page program with their guards; a step of restricted_texts.

#include "leak/restricted_texts.hpp"

namespace tailorbird {

/// Adds the texts of `program` to `texts`. `page`: the guard of its page.
void add_program_texts(const Program& program, std::uint32_t page, RestrictedTexts& texts);

}  // namespace tailorbird
