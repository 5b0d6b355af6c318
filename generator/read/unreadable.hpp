#pragma once
// A file that cannot be read, as a diagnostic.

#include <string>

#include "base/result.hpp"
#include "diag/diagnostic.hpp"

namespace tailorbird {

/// The cause is the system's words, without the machine's own path.
void report_unreadable(const std::string& file, const Error& error, Diagnostics& diagnostics);

}  // namespace tailorbird
