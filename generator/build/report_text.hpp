#pragma once
// The report of a build as a line of JSON, to be kept with the build.

#include <optional>
#include <string>
#include <string_view>

#include "build/build.hpp"

namespace tailorbird {

/// Nothing when a message is not UTF-8. What was removed or is gone is left out: it is told once.
std::optional<std::string> report_text(const BuildReport& report);

/// Nothing when it is no report, or names a code that this program does not know.
std::optional<BuildReport> read_report(std::string_view text);

}  // namespace tailorbird
