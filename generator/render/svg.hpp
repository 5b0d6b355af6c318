#pragma once
// SVG is a document that can run script and load things. Pictures of organisations and authors are drawings
// only: what is not on the list of drawing elements, or would reach out of the file, is refused.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

struct SvgProblem {
  std::size_t offset = 0;  // byte in the file
  std::string what;        // "the element `script`"
};

/// The first thing in `svg` that is more than drawing, or nothing when the file is safe to hand on.
std::optional<SvgProblem> svg_problem(std::string_view svg);

}  // namespace tailorbird
