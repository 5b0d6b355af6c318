#pragma once
// Makes a failing project smaller, as long as the same edition still differs.

#include "property/oracle.hpp"

namespace tailorbird::test {

/// A small project that still differs in the first edition that `project` differs in.
RandomProject shrunk(RandomProject project, const Comparison& failure);

}  // namespace tailorbird::test
