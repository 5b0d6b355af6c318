#pragma once
// The check of review dates. It is not in the table of checks because it needs today's date, which a build
// must not depend on; the command `check` passes it.

#include <string_view>

#include "diag/diagnostic.hpp"
#include "model/checked_day.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// Warns of pages whose `reviewed` plus `review-in` is before `today`, an ISO date, and of dates in the
/// future. Pages without both keys, and drafts, are never due.
void check_reviews(const Project& project, const std::vector<CheckedDay>& checked_days,
                   std::string_view today, Diagnostics& diagnostics);

}  // namespace tailorbird
