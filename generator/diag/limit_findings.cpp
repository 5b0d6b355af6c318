#include "diag/limit_findings.hpp"

#include <fmt/format.h>
#include <map>
#include <string>

#include "base/limits.hpp"

namespace tailorbird {

void limit_findings(std::vector<Diagnostic>& found) {
  constexpr std::string_view too_many = "findings-too-many";
  if (found.size() <= most_findings) return;
  std::map<std::string, std::size_t> counts;  // by file
  std::erase_if(found, [&](const Diagnostic& one) {
    return one.code != too_many && ++counts[one.where.file] > most_findings;
  });
  Diagnostics more;
  for (const auto& [file, count] : counts) {
    if (count > most_findings)
      more.add(too_many, {file, {}, 0}, fmt::format("more than {} findings in this file", most_findings));
  }
  found.insert(found.end(), more.all().begin(), more.all().end());
}

}  // namespace tailorbird
