#include <array>

#include "check/all_checks.hpp"
#include "check/check.hpp"

namespace tailorbird {
namespace {

constexpr auto table = std::to_array<Check>({
#define PROJECT(function) .project = (function),
#define EDITION(function) .edition = (function),
#define PAGE(function) .page = (function),
#define CHECK_ROW(name, words, functions) {.id = (name), .summary = (words), functions},
#include "check/checks.def"
});

}  // namespace

std::span<const Check> checks() { return table; }

}  // namespace tailorbird
