#pragma once
// The report of a build, or what was found in one bundle, as a line of JSON to be kept with the build.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hpp"

namespace tailorbird {

/// Nothing when a message is not UTF-8.
std::optional<std::string> diagnostics_text(const std::vector<Diagnostic>& diagnostics);
/// Nothing when the text is none, or names a code that this program does not know.
std::optional<std::vector<Diagnostic>> read_diagnostics(std::string_view text);

/// Nothing when a message is not UTF-8. What was removed or is gone is left out: it is told once.
std::optional<std::string> report_text(const BuildReport& report);

/// Nothing when it is no report, or names a code that this program does not know.
std::optional<BuildReport> read_report(std::string_view text);

}  // namespace tailorbird
