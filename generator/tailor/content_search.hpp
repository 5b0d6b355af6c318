#pragma once
// Whether anything is left of a piece of a page.

#include <functional>

#include "model/program.hpp"

namespace tailorbird {

/// Whether an include brings something for these readers.
using IncludeShown = std::function<bool(const IncludeUse& use, const ReaderSet& readers)>;

/// Whether some reader of `readers` sees something of what the op begin_optional at `at` begins. What a
/// component holds is taken to be something, if one of its parts is for them.
bool has_content(const Program& program, std::uint32_t at, const ReaderSet& readers,
                 const IncludeShown& is_shown);

}  // namespace tailorbird
