#pragma once
// A walk over what a program holds for some readers: its conditions, components and includes, where the
// conditions around them let these readers come.

#include <functional>

#include "model/program.hpp"

namespace tailorbird {

/// What to do on the way; each may be empty. `space`: the readers who are left there.
struct ShownVisitor {
  std::function<void(std::size_t condition, Verdict verdict)> condition;  // index in Program::conditions
  std::function<void(const ComponentUse& use)> component;
  std::function<void(const IncludeUse& use, const ReaderSet& space)> include;
};

/// Visits the program's main code for the readers of `space`. What stands under a condition that fails for
/// all of them is not visited; the condition itself is.
void walk_live(const Program& program, const ReaderSet& space, const ShownVisitor& visitor);

}  // namespace tailorbird
