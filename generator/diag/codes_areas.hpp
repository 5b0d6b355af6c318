#pragma once
// The parts of the table of diagnostics, one per stage, so that each stays short. Rows in any order.

#include <span>

#include "diag/codes.hpp"

namespace tailorbird {

std::span<const DiagnosticCode> read_codes();     // codes_read.cpp: YAML, front matter, site, profiles
std::span<const DiagnosticCode> compile_codes();  // codes_compile.cpp: Markdown, marks, components
std::span<const DiagnosticCode> tailor_codes();   // codes_tailor.cpp: variables, links, editions, checks
std::span<const DiagnosticCode> write_codes();    // codes_write.cpp: themes, output paths, packages, leaks
std::span<const DiagnosticCode> package_codes();  // codes_package.cpp: SCORM, and packages of any origin

}  // namespace tailorbird
