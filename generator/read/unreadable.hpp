#pragma once
// Reports a file that cannot be read as a diagnostic.

#include <string>

#include "base/result.hpp"
#include "diag/diagnostic.hpp"

namespace tailorbird {

/// The reason is the system's message, without the machine's absolute path.
void report_unreadable(const std::string& file, const Error& error, Diagnostics& diagnostics);

}  // namespace tailorbird
