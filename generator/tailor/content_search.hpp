#pragma once
// Tells whether part of a page has any content for given readers.

#include <functional>

#include "model/program.hpp"

namespace tailorbird {

/// Whether an include has content for these readers.
using IncludeShown = std::function<bool(const IncludeUse& use, const ReaderSet& readers)>;

/// Whether some reader in `readers` sees content in the range that the instruction begin_optional at `at`
/// opens. A component counts as content when one of its parts is for them.
bool has_content(const Program& program, std::uint32_t at, const ReaderSet& readers,
                 const IncludeShown& is_shown);

}  // namespace tailorbird
