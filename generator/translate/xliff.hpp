#pragma once
// XLIFF 2.0 (OASIS): a <file> for each page, a <unit> with one <segment> for each text, codes as <ph> and
// <pc> whose bytes stand in <originalData>.

#include <string>

#include "translate/exchange.hpp"

namespace tailorbird {

std::string write_xliff(const Exchange& exchange);

/// Fails when the file is not well-formed or no XLIFF 2. What is wrong with one text stands in its `damage`.
/// <sc> and <ec>, which some tools make of <pc>, are the same to us; <mrk> is passed over.
Result<ReturnedExchange> read_xliff(const std::string& bytes);

}  // namespace tailorbird
