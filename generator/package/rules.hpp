#pragma once
// The table of rules for packages. Each is a function that adds findings under its own code
// (diag/codes_package.cpp). Nothing outside package/ needs this.

#include <span>

#include "package/package.hpp"

namespace tailorbird {

/// What a finding means, and with it its severity.
enum class RuleKind : char {
  breaks,    // error: some learning system refuses the package or loses data; the code's "why" says which
  standard,  // warning: the specification says otherwise
  advice,    // note: good practice; said only when asked for
};

struct PackageRule {
  std::string_view code;
  RuleKind kind;
  std::string_view summary;
  void (*check)(const Package& package, std::string_view code, Diagnostics& found);
};

std::span<const PackageRule> zip_rules();           // zip_rules.cpp: how the zip is made, names of files
std::span<const PackageRule> manifest_rules();      // manifest_rules.cpp: what the manifest says of itself
std::span<const PackageRule> structure_rules();     // structure_rules.cpp: its elements and their order
std::span<const PackageRule> organization_rules();  // organization_rules.cpp: the course and its parts
std::span<const PackageRule> file_rules();          // file_rules.cpp: the manifest against the files
std::span<const PackageRule> content_rules();       // content_rules.cpp: what the pages and scripts do

}  // namespace tailorbird
