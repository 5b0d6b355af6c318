#include "build/severities.hpp"

#include <algorithm>

#include "diag/codes.hpp"

namespace tailorbird {
namespace {

bool can_be_lowered(const Diagnostic& one) {
  const DiagnosticCode* row = find_code(one.code);
  return row != nullptr && row->can_be_lowered;
}

bool is_off(const Site& site, const Diagnostic& one) {
  return can_be_lowered(one) && std::binary_search(site.checks_off.begin(), site.checks_off.end(), one.code);
}

}  // namespace

void apply_severities(const Site& site, Diagnostics& found) {
  std::erase_if(found.all(), [&](const Diagnostic& one) { return is_off(site, one); });
  for (Diagnostic& one : found.all()) {
    const auto set = site.severities.find(one.code);
    if (set == site.severities.end()) continue;
    const bool lower = set->second > one.severity;  // error comes first
    if (!lower || can_be_lowered(one)) one.severity = set->second;
  }
}

}  // namespace tailorbird
