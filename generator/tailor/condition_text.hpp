#pragma once
// A condition in the author's own notation, for messages.

#include <string>

#include "model/site.hpp"

namespace tailorbird {

/// "`audience: manager hr` and `phase: plan`"; negated atoms begin with "all but"; a condition without atoms
/// is "everybody".
std::string condition_text(const Site& site, const Condition& condition);

}  // namespace tailorbird
