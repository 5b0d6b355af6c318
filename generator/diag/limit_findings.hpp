#pragma once
// Limits the number of findings per file: a file with very many has one cause or two.

#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// Keeps the first `most_findings` (base/limits.hpp) of each file, and reports that there were more as one
/// further error.
void limit_findings(std::vector<Diagnostic>& found);

}  // namespace tailorbird
