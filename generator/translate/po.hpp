#pragma once
// PO, the format of GNU gettext: an entry for each text, with page and id as context and codes as their
// Markdown.

#include <string>

#include "translate/exchange.hpp"

namespace tailorbird {

std::string write_po(const Exchange& exchange);

/// Fails at the first line that is not PO. Obsolete entries (`#~`) are skipped; entries marked `fuzzy` become
/// Progress::fuzzy.
Result<ReturnedExchange> read_po(const std::string& bytes);

}  // namespace tailorbird
