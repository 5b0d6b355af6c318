#pragma once
// A day on which somebody says they have looked at a source or a rule: it cannot be yet to come.

#include <string>

#include "diag/diagnostic.hpp"

namespace tailorbird {

struct CheckedDay {
  std::string what;  // "the source `S1`"
  std::string date;  // 2026-11-02
  SourceRange where;
};

}  // namespace tailorbird
