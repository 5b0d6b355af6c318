#pragma once
// Drawings: simple SVG files that are inlined into pages, so that they take the theme's colours in light and
// dark, on paper, and where a reader sets colours. Pages get a copy with the elements and attributes on the
// lists of drawing.cpp; a file with any others remains a separate picture.

#include <string_view>

#include "model/picture.hpp"

namespace tailorbird {

/// The size of an SVG file, and its shapes when it is a drawing. Both are empty when `bytes` is not SVG.
Picture read_svg(std::string_view bytes);

}  // namespace tailorbird
