#pragma once
// Drawings: SVG files of a few shapes, which pages hold themselves so that they take the theme's colours, in
// light and dark, on paper and where a reader sets colours. What goes into a page is not the file but a copy
// of what is on the lists of drawing.cpp: a file with anything else in it stays a picture of its own.

#include <string_view>

#include "model/picture.hpp"

namespace tailorbird {

/// The size of an SVG file, and its shapes when it is a drawing. What is no SVG has neither.
Picture read_svg(std::string_view bytes);

}  // namespace tailorbird
