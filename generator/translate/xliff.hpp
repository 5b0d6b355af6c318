#pragma once
// XLIFF 2.0 (OASIS): a <file> for each page, a <unit> with one <segment> for each text, codes as <ph> and
// <pc> with their bytes in <originalData>.

#include <string>

#include "translate/exchange.hpp"

namespace tailorbird {

std::string write_xliff(const Exchange& exchange);

/// Fails when the file is not well-formed or not XLIFF 2. A problem in one text is reported in its `damage`.
/// <sc> and <ec>, which some tools make of <pc>, are treated like it; <mrk> is ignored.
Result<ReturnedExchange> read_xliff(const std::string& bytes);

}  // namespace tailorbird
