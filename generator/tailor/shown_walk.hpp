#pragma once
// A walk over what a program holds for some readers: its conditions, components and includes, where the
// conditions around them let these readers come.

#include <functional>

#include "model/program.hpp"

namespace tailorbird {

/// What to do on the way; each may be empty. `readers`: those who are left there.
struct ShownVisitor {
  std::function<void(std::size_t condition, Verdict verdict)> condition;  // index in Program::conditions
  std::function<void(const ComponentUse& use)> component;
  std::function<void(const IncludeUse& use, const ReaderSet& readers)> include;
};

/// Visits the program for the readers of `space`, its footnotes last. What stands under a condition that
/// fails for all of them is not visited; the condition itself is.
void walk_shown(const Program& program, const ReaderSet& space, const ShownVisitor& visitor);

}  // namespace tailorbird
