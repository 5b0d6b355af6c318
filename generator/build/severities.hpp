#pragma once
// Applies the severities that site.yaml gives to findings (`checks: {review-overdue: error, sentence-long:
// off}`).

#include "diag/diagnostic.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// Gives each finding the severity that `site` sets for its code, and removes those that are switched off.
/// Findings that prevent leaks or broken output can be raised, never lowered.
void apply_severities(const Site& site, Diagnostics& found);

}  // namespace tailorbird
