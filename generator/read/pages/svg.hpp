#pragma once
// SVG is a document that can run script and load things. Pictures of organisations and authors are drawings
// only: what is handed out is not the file but a copy written anew, in UTF-8, of the elements and attributes
// on the lists of svg.cpp. What would run, or reach out of the file, is refused.

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tailorbird {

struct SvgProblem {
  std::size_t offset = 0;  // byte in the file
  std::string what;        // "the element `script`"
};

/// Larger files are refused, and deeper ones, and longer style sheets in them.
inline constexpr std::size_t largest_svg = std::size_t{1} << 20U;
inline constexpr unsigned deepest_svg = 200;
inline constexpr std::size_t longest_svg_style = std::size_t{16} << 10U;

/// Parses `bytes` as XML in UTF-8, and in no other encoding whatever it declares. `document` then has
/// comments and declarations, as they are. The problem, if it is no such file.
std::optional<SvgProblem> parse_svg(std::string_view bytes, pugi::xml_document& document);

struct SvgCopy {
  std::string bytes;                  // empty when there is a problem
  std::optional<SvgProblem> problem;  // the first thing that is more than drawing
};

SvgCopy copy_svg(std::string_view bytes);

}  // namespace tailorbird
