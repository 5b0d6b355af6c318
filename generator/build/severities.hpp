#pragma once
// site.yaml may say how serious a kind of finding is (`checks: {review-overdue: error, sentence-long: off}`).

#include "diag/diagnostic.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// Gives each finding the severity that `site` sets for its code, and takes out those that it switches off.
/// What prevents leaks or broken output can be made more serious, never less.
void apply_severities(const Site& site, Diagnostics& found);

}  // namespace tailorbird
