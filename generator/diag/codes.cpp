#include "diag/codes.hpp"

#include <algorithm>
#include <vector>

#include "diag/codes_areas.hpp"

namespace tailorbird {
namespace {

std::vector<DiagnosticCode> sorted_table() {
  std::vector<DiagnosticCode> table;
  for (const auto area : {read_codes(), compile_codes(), tailor_codes(), write_codes(), package_codes()}) {
    table.insert(table.end(), area.begin(), area.end());
  }
  std::sort(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return table;
}

}  // namespace

std::span<const DiagnosticCode> diagnostic_codes() {
  static const std::vector<DiagnosticCode> table = sorted_table();
  return table;
}

const DiagnosticCode* find_code(std::string_view code) {
  const auto table = diagnostic_codes();
  const auto row =
      std::lower_bound(table.begin(), table.end(), code,
                       [](const DiagnosticCode& one, std::string_view name) { return one.code < name; });
  return row != table.end() && row->code == code ? &*row : nullptr;
}

}  // namespace tailorbird
