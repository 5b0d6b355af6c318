#pragma once
// A condition as the author would write it, for messages.

#include <string>

#include "model/site.hpp"

namespace tailorbird {

/// "`audience: manager hr` and `phase: plan`"; a negated one begins with "all but"; "everybody" without
/// atoms.
std::string condition_text(const Site& site, const Condition& condition);

}  // namespace tailorbird
