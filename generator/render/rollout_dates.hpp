#pragma once
// The dates of a roll-out as variables, in the words of the edition's language. They depend only on the
// profile's start date, not on the day of the build.

#include "render/theme.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// Adds to the edition's variables `rollout.start`, `rollout.week-1` to `rollout.week-6` (the first days of
/// the weeks: "Monday 7 September 2026") and `rollout.year-later`. Adds nothing when the profile has no
/// roll-out.
void add_rollout_dates(Edition& edition, const Theme& theme);

}  // namespace tailorbird
