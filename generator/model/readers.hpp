#pragma once
// Decides whether some reader meets several conditions at once, by trying one reader of each kind. Exact,
// where narrowing a product of sets (model/dimension.hpp) only approximates.

#include <optional>
#include <vector>

#include "model/dimension.hpp"

namespace tailorbird {

/// Conditions that all hold.
using Conjunction = std::vector<Condition>;

/// A reader of `space` who meets all of `met` and none of the conjunctions `unmet`; nothing when there is
/// none, or when there are more than a million kinds of readers to try. Dimensions that no condition names
/// are left as they are in `space`.
std::optional<ReaderSet> find_reader(const ReaderSet& space, const Conjunction& met,
                                     const std::vector<Conjunction>& unmet = {});

/// As `decide` (model/dimension.hpp), but respecting ReaderSet::further. Open when there are too many kinds
/// of readers to try.
Verdict decide_by_trying(const Condition& condition, const ReaderSet& space);

}  // namespace tailorbird
