#pragma once
// Prints a page program as text, for tests and for commands that explain.

#include <string>

#include "model/program.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// One instruction per line, nested content indented:
///
///   html "<p>"
///   if audience=manager (words) {
///     text "Hello"
///   }
///
/// Conditions are named with the words of `site`. Bodies of footnotes come last.
std::string dump(const Program& program, const Site& site);

}  // namespace tailorbird
