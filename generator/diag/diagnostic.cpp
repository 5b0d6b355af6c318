#include "diag/diagnostic.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <stdexcept>
#include <tuple>

#include "diag/codes.hpp"
#include "diag/limit_findings.hpp"

namespace tailorbird {
namespace {

auto identity(const Diagnostic& one) {
  return std::tie(one.where.file, one.where.start, one.code, one.message, one.fix, one.where.length,
                  one.related);
}

}  // namespace

Diagnostic& Diagnostics::add(std::string_view code, SourceRange where, std::string message, std::string fix) {
  const DiagnosticCode* row = find_code(code);
  if (row == nullptr) throw std::logic_error(fmt::format("`{}` has no row in diag/codes_*.cpp", code));
  Diagnostic& added = all_.emplace_back();
  added.code = row->code;
  added.severity = row->severity;
  added.where = std::move(where);
  added.message = std::move(message);
  added.fix = std::move(fix);
  return added;
}

void Diagnostics::append(Diagnostics other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
              std::make_move_iterator(other.all_.end()));
}

bool Diagnostics::has_errors() const { return count(Severity::error) > 0; }

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [&](const Diagnostic& one) { return one.severity == severity; }));
}

namespace {

template <typename Value>
void add_all(std::vector<Value>& to, const std::vector<Value>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

template <typename Value>
void sort_without_repetitions(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Equal neighbours become one.
std::vector<Diagnostic> without_repetitions(std::vector<Diagnostic> found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return identity(a) < identity(b); });
  std::vector<Diagnostic> result;
  for (Diagnostic& one : found) {
    if (result.empty() || identity(result.back()) != identity(one)) {
      result.push_back(std::move(one));
      continue;
    }
    add_all(result.back().editions, one.editions);
    add_all(result.back().asked_at, one.asked_at);
  }
  for (Diagnostic& one : result) {
    sort_without_repetitions(one.editions);
    sort_without_repetitions(one.asked_at);
  }
  return result;
}

}  // namespace

std::vector<Diagnostic> merged(std::vector<Diagnostic> found) {
  std::vector<Diagnostic> kept = without_repetitions(std::move(found));
  const std::size_t all = kept.size();
  limit_findings(kept);
  return kept.size() == all ? kept : without_repetitions(std::move(kept));
}

}  // namespace tailorbird
