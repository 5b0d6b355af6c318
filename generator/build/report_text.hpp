#pragma once
// Serialises build reports and diagnostics as a line of JSON, for the cache of the last build.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hpp"

namespace tailorbird {

/// Nothing when a message is not UTF-8.
std::optional<std::string> diagnostics_text(const std::vector<Diagnostic>& diagnostics);
/// Parses diagnostics_text; nothing when it is malformed or names a code that this program does not know.
std::optional<std::vector<Diagnostic>> read_diagnostics(std::string_view text);

/// Nothing when a message is not UTF-8. Removed files and lost addresses are left out, since they are
/// reported once.
std::optional<std::string> report_text(const BuildReport& report);

/// Parses report_text; nothing when it is malformed or names a code that this program does not know.
std::optional<BuildReport> read_report(std::string_view text);

}  // namespace tailorbird
