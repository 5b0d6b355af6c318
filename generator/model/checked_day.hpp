#pragma once
// A date on which someone claims to have checked a source or a rule; it must not be in the future.

#include <string>

#include "diag/diagnostic.hpp"

namespace tailorbird {

struct CheckedDay {
  std::string what;  // "the source `S1`"
  std::string date;  // 2026-11-02
  SourceRange where;
};

}  // namespace tailorbird
