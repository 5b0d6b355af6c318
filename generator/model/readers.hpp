#pragma once
// Whether some reader meets several conditions at once, decided by trying one reader of each kind. Exact,
// where narrowing a product of sets (model/dimension.hpp) can only come near.

#include <optional>
#include <vector>

#include "model/dimension.hpp"

namespace tailorbird {

/// Conditions that all hold.
using Conjunction = std::vector<Condition>;

/// The values of a reader of `space` who meets all of `met` and, of each of `unmet`, not every condition;
/// nothing when there is none, or when there are more than a million kinds of readers to try. Dimensions that
/// no condition names are left as they are in `space`.
std::optional<ReaderSet> find_reader(const ReaderSet& space, const Conjunction& met,
                                     const std::vector<Conjunction>& unmet = {});

/// `decide` (model/dimension.hpp), with what holds for the readers of `space` besides. Open when there are
/// more kinds of readers than are tried.
Verdict decide_by_trying(const Condition& condition, const ReaderSet& space);

}  // namespace tailorbird
