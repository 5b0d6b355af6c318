#include <array>

#include "diag/codes_areas.hpp"

namespace tailorbird {
namespace {

constexpr auto rows = std::to_array<DiagnosticCode>({
    {"tailor-failed", Severity::error, false, "Without this file the build cannot go on.",
     "Make the file readable and run the command again."},
});

}  // namespace

std::span<const DiagnosticCode> tailor_codes() { return rows; }

}  // namespace tailorbird
