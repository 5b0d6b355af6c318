#pragma once
// Review dates. Not in the table of checks: it alone needs to know what day it is, and a build must not
// depend on that. The command `check` calls it with the day.

#include <string_view>

#include "diag/diagnostic.hpp"
#include "model/checked_day.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// Warns of pages whose `reviewed` plus `review-in` lies before `today`, an ISO date, and of days that are
/// yet to come. Pages that do not say both, and drafts, are never due.
void check_reviews(const Project& project, const std::vector<CheckedDay>& checked_days,
                   std::string_view today, Diagnostics& diagnostics);

}  // namespace tailorbird
