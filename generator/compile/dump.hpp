#pragma once
// A page program as text for people: tests, and commands that explain.

#include <string>

#include "model/program.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// One instruction a line, what is inside indented:
///
///   html "<p>"
///   if audience=manager (words) {
///     text "Hello"
///   }
///
/// Conditions are named with the words of `site`. Bodies of footnotes come last.
std::string dump(const Program& program, const Site& site);

}  // namespace tailorbird
