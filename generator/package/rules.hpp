#pragma once
// The tables of rules for packages. Each rule is a function that adds findings with its own code
// (diag/codes_package.cpp). Private to package/.

#include <span>

#include "package/package.hpp"

namespace tailorbird {

/// The kind of a rule, which determines the severity of its findings.
enum class RuleKind : char {
  breaks,    // error: some learning system refuses the package or loses data; the code's "why" says which
  standard,  // warning: the specification says otherwise
  advice,    // note: good practice; reported only on request
};

struct PackageRule {
  std::string_view code;
  RuleKind kind;
  std::string_view summary;
  void (*check)(const Package& package, std::string_view code, Diagnostics& found);
};

std::span<const PackageRule> zip_rules();           // zip_rules.cpp: the format of the zip, names of files
std::span<const PackageRule> manifest_rules();      // manifest_rules.cpp: the manifest's declarations
std::span<const PackageRule> structure_rules();     // structure_rules.cpp: its elements and their order
std::span<const PackageRule> organization_rules();  // organization_rules.cpp: the course and its parts
std::span<const PackageRule> file_rules();          // file_rules.cpp: the manifest against the files
std::span<const PackageRule> content_rules();       // content_rules.cpp: the behaviour of pages and scripts

}  // namespace tailorbird
