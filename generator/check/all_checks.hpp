#pragma once
// Declares the functions in the table of checks (checks.def). Each is defined in the file of its name.

#include "check/check.hpp"

namespace tailorbird {

#define PROJECT(function) ProjectCheck function;
#define EDITION(function) EditionCheck function;
#define PAGE(function) PageCheck function;
#define CHECK_ROW(id, summary, functions) functions
#include "check/checks.def"

}  // namespace tailorbird
