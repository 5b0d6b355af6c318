#pragma once
// Keeps the number of findings bounded: a file with very many has one cause or two.

#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// Of the findings in each file keeps the first `most_findings` (base/limits.hpp); that there were more is
/// one further error.
void limit_findings(std::vector<Diagnostic>& found);

}  // namespace tailorbird
