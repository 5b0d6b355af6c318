#pragma once
// Prints diagnostics for programs: our own JSON, SARIF 2.1.0 for code review tools, and annotations for
// GitHub. The table of these formats is in print_machine.cpp.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// Facts of the run that the formats show besides the findings.
struct MachineRun {
  std::string_view tool_version;  // "0.9.0"
  std::size_t edition_count = 0;
};

/// The version of the JSON format; it changes when programs that read it would have to change
/// (docs/reference/diagnostics.schema.json).
inline constexpr int diagnostics_json_version = 1;

/// {"version": 1, "edition_count", "diagnostics": [{code, severity, file, line, column, length, message, why,
/// fix, related, editions}]}
std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics, const MachineRun& run);

/// SARIF 2.1.0 (OASIS): one run, a rule for each code that was found, columns in code points.
std::string diagnostics_sarif(const std::vector<Diagnostic>& diagnostics, const MachineRun& run);

/// Workflow commands of GitHub Actions, one per line: ::error file=…,line=…,col=…,title=…::message
std::string diagnostics_github(const std::vector<Diagnostic>& diagnostics, const MachineRun& run);

struct MachineForm {
  std::string_view name;
  std::string (*print)(const std::vector<Diagnostic>& diagnostics, const MachineRun& run);
};

/// json, sarif, github.
std::span<const MachineForm> machine_forms();

}  // namespace tailorbird
