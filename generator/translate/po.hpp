#pragma once
// PO, the format of GNU gettext: an entry for each text, its page and id as the context, codes as the
// Markdown that they are.

#include <string>

#include "translate/exchange.hpp"

namespace tailorbird {

std::string write_po(const Exchange& exchange);

/// Fails at the first line that is no PO. Obsolete entries (`#~`) are passed over; those marked `fuzzy` still
/// have to be looked at.
Result<ReturnedExchange> read_po(const std::string& bytes);

}  // namespace tailorbird
