#pragma once
// Traversal of a page program for given readers: the conditions, components and includes that they can reach.

#include <functional>

#include "model/program.hpp"

namespace tailorbird {

/// Callbacks, each of which may be empty. `readers`: those who reach that place.
struct ShownVisitor {
  std::function<void(std::size_t condition, Verdict verdict)> condition;  // index in Program::conditions
  std::function<void(const ComponentUse& use)> component;
  std::function<void(const IncludeUse& use, const ReaderSet& readers)> include;
};

/// Traverses the program for the readers of `space`, footnotes last. A condition that fails for all of them
/// is visited, its content is not.
void walk_shown(const Program& program, const ReaderSet& space, const ShownVisitor& visitor);

}  // namespace tailorbird
